/** The page of an invented site around an article: menu, way there, lines of the site, foot. */
export const page = (
  article: string,
  title = '梅渡市水文站网管理局2031年部门预算说明',
): string => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${title}_政务公开_梅渡水文</title><style>.a{color:red}</style></head><body>
<div class="top"><ul>${['首页', '站网要闻', '政务公开', '办事指南', '水文常识']
  .map((name, i) => `<li><a href="/c${i}/">${name}</a></li>`)
  .join('')}</ul></div>
<p>您现在的位置：<a href="/">首页</a> &gt; <a href="/zw/">政务公开</a> &gt; 正文</p>
<div class="main"><h2>${title}</h2>
<p>发布时间：2031-02-11　来源：本局站网科　浏览次数：327</p><script>var visits = 327</script>
<div>${article}</div></div>
<table width="100%"><tr><td>主办：梅渡市水文站网管理局　电话：000-7654321</td></tr><tr><td>梅ICP备00000007号</td></tr></table>
</body></html>`

export const PROSE = `
<p>　　<b>一、部门基本情况</b></p>
<p>　　本局管理全市水文站网，组织水情测报，发布水情信息；内设3个科室，下属预算单位2个。</p>
<p>　　<b>二、收支总体情况</b></p>
<p>　　203<span>1</span>年收入预算总计<span>4,5</span><span>67</span>.80万元，比2030年增加67.80万元。其中：一般公共预算拨款收入4,500.00万元，事业收入67.80万元。</p>
<p>　　2031年支出预算总计4,567.80万元，比2030年增加67.80万元。其中：基本支出3,000.00万元，项目支出1,567.80万元。</p>
<p>　　<b>三、“三公”经费情况</b></p>
<p>　　2031年“三公”经费预算31.40万元，比上年减少2.60万元。其中：因公出国（境）费0万元；公务接待费1.40万元；公务用车运行维护费30.00万元；公务用车购置费0万元。<span style="display: none">“三公”经费预算77.70万元。</span></p>
<p>　　<b>四、名词解释</b></p>
<p>　　（一）基本支出：指为保障机构运转而发生的支出。</p>
<p><a href="/f/1.pdf">1．梅渡市水文站网管理局</a></p><p><a href="/f/2.pdf">2．梅渡市潮位观测站</a></p>`

export const TABLES = `
<p align="center">一般公共预算支出表</p><p align="right">单位：万元</p>
<table border="1">
<tr><td colspan="2">功能分类科目</td><td colspan="3">2031年预算数</td></tr>
<tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>基本支出</td><td>项目支出</td></tr>
<tr><td colspan="2">合计</td><td>4,500.00</td><td>3,000.00</td><td>1,500.00</td></tr>
<tr><td>213</td><td>农林水支出</td><td>4,500.00</td><td>3,000.00</td><td>1,500.00</td></tr>
<tr><td>21303</td><td>&nbsp;&nbsp;水利</td><td>4,500.00</td><td>3,000.00</td><td>1,500.00</td></tr>
<tr><td>2130301</td><td>&nbsp;&nbsp;&nbsp;&nbsp;行政运行</td><td><p>3,000.00</p></td><td>3,000.00</td><td></td></tr>
<tr><td>2130313</td><td>&nbsp;&nbsp;&nbsp;&nbsp;<p>水文</p><p>测报</p></td><td>1,500.00</td><td></td><td>1,<b>500</b>.00</td></tr>
</table><p>注：本表反映当年一般公共预算支出。</p>
<table border="1"><caption>“三公”经费支出表</caption>
<thead><tr><th rowspan="2">合计</th><th rowspan="2">因公出国（境）费</th><th colspan="3">公务用车购置及运行费</th><th rowspan="2">公务接待费</th></tr>
<tr><th>小计</th><th>公务用车购置费</th><th>公务用车运行费</th></tr></thead>
<tr><td>31.40</td><td>0.00</td><td>30.00</td><td>0.00</td><td>30.00</td><td>1.40</td></tr></table>`
