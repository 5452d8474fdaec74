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
BULLETS = """<p class=MsoNormal>报名办法：<o:p></o:p></p>
<p class=MsoListParagraph style='margin-left:22.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US
style='font-family:Wingdings;mso-bidi-font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt
"Times New Roman"'>&nbsp; </span></span></span><![endif]><span style='font-family:宋体'>现场报名<span lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]><b>网上</b>报名</p>"""
WPS_BULLETS = """<p class=MsoNormal style="text-indent:-21.0000pt;mso-list:l0 level1 lfo1;" ><!--[if !supportLists]--><span style="font-family:Wingdings;font-size:10.5pt;" ><span style='mso-list:Ignore;' >l<span>&nbsp;</span></span></span><!--[endif]--><span style="mso-spacerun:'yes';font-family:宋体;" ><font face="宋体" >现场报名</font></span></p>"""
REVIEWED = """<p class=MsoNormal>市总工会<ins cite="mailto:x" datetime="2024-01-26"><span>已</span></ins><del cite="mailto:x"><span>将</span></del>启动活动<span
class=MsoCommentReference><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[x1]</a><![endif]>&nbsp;</span>。<a
href="#_ftn1" name="_ftnref1" title=""><span><span>[1]</span></span></a></p>
<div style='mso-element:footnote-list'><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a>据通报。</p></div></div>
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff><![endif]><div style='mso-element:comment'><p
class=MsoCommentText>再核实一下</p></div></div>"""

COMMENTED = """<p class=MsoNormal>市总工会主席<a style='mso-comment-reference:x_1'>黄奕奕</a><span class=MsoCommentReference><span
lang=EN-US style='font-size:10.5pt'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1"
href="#_msocom_1" name="_msoanchor_1">[作者1]</a><![endif]><span style='mso-special-character:comment'>&nbsp;</span></span></span>出席。</p>"""
DRAWN = """<p class=MsoNormal>会场<!--[if gte vml 1]><v:shape></v:shape><![endif]--><![if !vml]><span style='mso-ignore:vglayout'><table
cellpadding=0 align=left><tr><td width=12></td></tr><tr><td></td><td><img width=90 src="file:///C:/a.png"></td></tr></table></span><![endif]>内外<span
style='mso-hide:all;display:none'>（待核）</span>。</p><p style="display: none">本文由机器采集</p>"""
NUMBERED = """<p class=MsoNormal style='mso-list:l0 level1 lfo1'><b><![if !supportLists]><span><span style='mso-list:Ignore'>一、<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>总体要求</b></p><p class=MsoNormal><!--[if !supportLists]--><span
style='mso-list:Ignore'>（二）<span>&nbsp;</span></span><!--[endif]--><font face="宋体">目标</font></p>"""
EXCEL = """<table border=0 width=144 style='border-collapse:collapse'><col width=72 span=2 style='width:54pt'><tr height=18><td height=18
class=xl65 width=72 colwidth="72" style='text-align:center'>单位</td><td align=right x:num>98.5</td></tr></table>"""
PLAYED = """<p lang="zh-CN" title="来源">开幕<svg><text>图标</text></svg><video src="x">请升级浏览器</video>式</p><form><textarea>留言</textarea></form>"""

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
    "points of a list in Word": (
        BULLETS,
        "<p>报名办法：</p><ul><li>现场报名</li><li><strong>网上</strong>报名</li></ul>",
    ),
    "points of a list in WPS": (WPS_BULLETS, "<ul><li>现场报名</li></ul>"),
    "Word with corrections and comments": (
        REVIEWED,
        "<p>市总工会已启动活动。[1]</p><p>[1]据通报。</p>",
    ),
    "a comment within a sentence of Word": (COMMENTED, "<p>市总工会主席黄奕奕出席。</p>"),
    "a drawing and hidden words": (DRAWN, "<p>会场内外。</p>"),
    "numbers that Word wrote": (NUMBERED, "<p><strong>一、总体要求</strong></p><p>（二）目标</p>"),
    "Excel": (EXCEL, "<table><tbody><tr><td>单位</td><td>98.5</td></tr></tbody></table>"),
    "what is drawn, played or filled in": (PLAYED, "<p>开幕式</p>"),
    "characters that nobody sees": (
        "<p>黄\u200b奕\ufeff奕\u2060出席\xad。&#8203;</p><p>&ZeroWidthSpace;</p><p>\u0007甲\u2028乙</p>",
        "<p>黄奕奕出席。</p><p>甲<br>乙</p>",
    ),
    "what can be pressed, how a character is read": (
        "<p><ruby>罗<rp>(</rp><rt>luó</rt><rp>)</rp></ruby><button>复制</button><a>去处</a></p>",
        "<p>罗去处</p>",
    ),
    "Google Docs": (
        '<b style="font-weight:normal;" id="docs-internal"><p dir="ltr"><span>正文</span></p></b>',
        "<p>正文</p>",
    ),
}  # fmt: skip
