"""What programs put on the clipboard, and what of it stands in the story: for the server and for the editor."""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><title>通知</title>
<style><!-- p.MsoNormal {mso-style-parent:""; font-size:10.5pt;} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<h1 align=center style='text-align:center'><span style='font-family:宋体'>劳模讲堂<span lang=EN-US><o:p></o:p></span></span></h1>
<p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0'><span style='font-family:宋体'>1月26日，
市总工会<b style='mso-bidi-font-weight:normal'>启动</b>活动。<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>报名。</p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape></v:shape><![endif]--><![if !vml]><img width=200 src="file:///C:/Users/x/clip_image001.png" v:shapes="_x0000"><![endif]></p>
<!--EndFragment--></body></html>"""
WPS = """<html><body><!--StartFragment--><p class=MsoNormal ><span style="mso-spacerun:'yes';font-family:仿宋_GB2312;" ><font face="仿宋_GB2312" >　　茂名市</font></span><span style="font-family:仿宋_GB2312;" >总工会<font face="Calibri" >2024</font>年</span></p><p class=MsoNormal style="text-indent:32pt;" >&nbsp;&nbsp;&nbsp;&nbsp;各区总工会：</p><!--EndFragment--></body></html>"""
WEB = """<meta charset='utf-8'><div class="content" style="color:#333"><h4>一、背景</h4><div>　　第一段，<a href="https://example.org/a" target="_blank" onclick="x()">链接</a>。<br><br>&nbsp; &nbsp; 第二段。</div><div><br></div><section><span style="font-size:16px"><i>斜体</i></span></section><script>alert(1)</script><iframe src="https://example.org"></iframe><figure><img src="https://example.org/a.jpg" alt="图"><figcaption>图说</figcaption></figure></div>"""
TABLE = """<table border=1 class=MsoTableGrid><tr style='height:1cm'><td width=100 colspan=2><p class=MsoNormal>　姓名<o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>黄奕奕</p></td><td><p class=MsoNormal><span>&nbsp;</span></p></td></tr></table>"""

# clipboard, what the server keeps of it
CLIPBOARDS = {
    "Word": (
        WORD,
        "<h2>劳模讲堂</h2><p>1月26日，市总工会<strong>启动</strong>活动。</p><p>1. 报名。</p>",
    ),
    "WPS": (WPS, "<p>茂名市总工会2024年</p><p>各区总工会：</p>"),
    "web page": (
        WEB,
        '<h3>一、背景</h3><p>第一段，<a href="https://example.org/a">链接</a>。</p>'
        "<p>第二段。</p><p><em>斜体</em></p><p>图说</p>",
    ),
    "table": (
        TABLE,
        '<table><tbody><tr><td colspan="2"><p>姓名</p></td></tr>'
        "<tr><td><p>黄奕奕</p></td><td></td></tr></tbody></table>",
    ),
    "bare div lines": ("<div>甲</div><div>　乙</div>", "<p>甲</p><p>乙</p>"),
    "Latin words": ("<p>the  quick <b>brown</b> fox</p>", "<p>the quick <strong>brown</strong> fox</p>"),
    "Google Docs": (
        '<b style="font-weight:normal;" id="docs-internal"><p dir="ltr"><span>正文</span></p></b>',
        "<p>正文</p>",
    ),
}  # fmt: skip
