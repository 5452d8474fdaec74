import django.db.models.deletion
import newsdesk.search_fields
from django.db import migrations, models

# pairs of neighbours that are no line's end; with `singles` each character, too
GRAMS = """
CREATE FUNCTION search_grams(folded text, singles boolean) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
    SELECT array_agg(one || two) FILTER (WHERE one <> E'\\n' AND two <> E'\\n')
        || CASE WHEN singles THEN array_agg(one) FILTER (WHERE one NOT IN (E'\\n', ' ')) END
    FROM unnest(string_to_array(folded, NULL), (string_to_array(folded, NULL))[2:]) AS pair(one, two)
$$
"""
# compared by its bytes, not by the words of a language
COLLATION = 'ALTER TABLE articles_searchentry ALTER COLUMN {name} TYPE text COLLATE "C"'
INDEX = "CREATE INDEX articles_searchentry_{name}_grams ON articles_searchentry USING gin (search_grams({name}, {singles})) WITH (fastupdate = off)"
# no statistics: taking them would work out all pairs of a sample of thousands
NO_STATISTICS = "ALTER INDEX articles_searchentry_{name}_grams ALTER COLUMN 1 SET STATISTICS 0"
# a usual story stays whole in its row, where reading it costs least
INLINE = "ALTER TABLE articles_searchentry SET (toast_tuple_target = 8160)"
FTS = "CREATE VIRTUAL TABLE articles_searchentry_{name} USING fts5(grams, content='', detail=none, columnsize=0, tokenize='ascii')"
COLUMNS = [{"name": "head", "singles": "true"}, {"name": "text", "singles": "false"}]


def make_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        statements = [GRAMS, INLINE]
        statements += [sql.format(**each) for each in COLUMNS for sql in (COLLATION, INDEX, NO_STATISTICS)]
    else:
        statements = [FTS.format(**each) for each in COLUMNS]
    for statement in statements:
        schema_editor.execute(statement, params=None)


def drop_index(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for each in COLUMNS:
        kind = "INDEX articles_searchentry_{name}_grams" if postgresql else "TABLE articles_searchentry_{name}"
        schema_editor.execute(f"DROP {kind.format(**each)}", params=None)
    if postgresql:
        schema_editor.execute("DROP FUNCTION search_grams", params=None)


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_section_card")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                ("head", newsdesk.search_fields.FoldedField(singles=True)),
                ("text", newsdesk.search_fields.FoldedField()),
                ("version", models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.RunPython(make_index, drop_index),
    ]
