"""The Nu HTML checker, which holds pages to the HTML standard; a Java archive that `make checker` fetches."""

import shutil
import subprocess
from pathlib import Path

JAR = Path(__file__).resolve().parent.parent / "build/node_modules/vnu-jar/build/dist/vnu.jar"


def why_not() -> str:
    """What would enable the checker; empty where it can run."""
    if shutil.which("java") and JAR.exists():
        return ""
    return "needs the Nu HTML checker: apt install default-jre-headless npm && make checker"


def faults(folder: Path) -> list[str]:
    """What is wrong in the folder's HTML files, warnings too, one line each."""
    command = ["java", "-jar", str(JAR), "--format", "gnu", "--skip-non-html", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stderr.splitlines()
