<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
  <context>
    <name>AttemptsModel</name>
    <message>
      <source>Doses</source>
      <translation>剂数</translation>
    </message>
    <message>
      <source>Hub’s receipt</source>
      <translation>中心回执</translation>
    </message>
    <message>
      <source>Road</source>
      <translation>途径</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>When</source>
      <translation>时间</translation>
    </message>
  </context>
  <context>
    <name>BoardPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>盘点</translation>
    </message>
    <message>
      <source>Demand</source>
      <translation>需求</translation>
    </message>
    <message>
      <source>Everybody who gets a dose here appears by themselves. Scan somebody to find them, or to report a reaction to an earlier dose.</source>
      <translation>在此接种的人会自动出现在这里。扫描证件可查找某人，或为以前的剂次上报反应。</translation>
    </message>
    <message>
      <source>F9 leaves · F6 reaction · arrows: another person</source>
      <translation>F9 离开 · F6 有反应 · 方向键换人</translation>
    </message>
    <message>
      <source>Hold, release</source>
      <translation>暂停、解除</translation>
    </message>
    <message>
      <source>Is here</source>
      <translation>已到场</translation>
    </message>
    <message>
      <source>Is not here after all</source>
      <translation>撤销到场</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Movements</source>
      <translation>出入库记录</translation>
    </message>
    <message>
      <source>Name or phone</source>
      <translation>姓名或电话</translation>
    </message>
    <message>
      <source>Nothing is written down yet. Scan a vial, or press F2, to receive a lot.</source>
      <translation>还没有任何记录。扫描疫苗瓶，或按 F2，登记入库。</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>地点</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Receive</source>
      <translation>入库</translation>
    </message>
    <message>
      <source>Reports: {count}</source>
      <translation>反应报告：{count}</translation>
    </message>
    <message>
      <source>Return</source>
      <translation>退回</translation>
    </message>
    <message>
      <source>Sound: off</source>
      <translation>声音：关</translation>
    </message>
    <message>
      <source>Sound: on</source>
      <translation>声音：开</translation>
    </message>
    <message>
      <source>Stock and cold chain</source>
      <translation>疫苗库存与冷链</translation>
    </message>
    <message>
      <source>Temperatures</source>
      <translation>温度</translation>
    </message>
    <message>
      <source>They have all left</source>
      <translation>他们都已离开</translation>
    </message>
    <message>
      <source>To the desk</source>
      <translation>到接种台</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Waste</source>
      <translation>损耗</translation>
    </message>
    <message>
      <source>Which</source>
      <translation>范围</translation>
    </message>
    <message>
      <source>Who has booked for today</source>
      <translation>今天预约的人</translation>
    </message>
  </context>
  <context>
    <name>BookedModel</name>
    <message>
      <source>Code</source>
      <translation>预约码</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>证件</translation>
    </message>
    <message>
      <source>Here?</source>
      <translation>到场？</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
  </context>
  <context>
    <name>CameraPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Pick a photo…</source>
      <translation>选择照片…</translation>
    </message>
    <message>
      <source>Scan by camera</source>
      <translation>摄像头扫码</translation>
    </message>
    <message>
      <source>What the camera sees</source>
      <translation>摄像头画面</translation>
    </message>
  </context>
  <context>
    <name>CardPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>What it says, not proven:</source>
      <translation>卡上内容（未经核验）：</translation>
    </message>
  </context>
  <context>
    <name>CheckList</name>
    <message>
      <source>Before you close</source>
      <translation>结束之前</translation>
    </message>
  </context>
  <context>
    <name>CheckPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Scan any code: a vial, an ID card, a passport.</source>
      <translation>扫描任意条码：疫苗瓶、身份证、护照。</translation>
    </message>
    <message>
      <source>Scanner check</source>
      <translation>扫码枪检查</translation>
    </message>
  </context>
  <context>
    <name>ChoicePage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
  </context>
  <context>
    <name>ClosedPage</name>
    <message>
      <source>The page to sign</source>
      <translation>待签字页面</translation>
    </message>
  </context>
  <context>
    <name>ColdPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Cold chain</source>
      <translation>冷链</translation>
    </message>
    <message>
      <source>Excursions</source>
      <translation>超温记录</translation>
    </message>
    <message>
      <source>It was never outside its limits.</source>
      <translation>从未超出温度范围。</translation>
    </message>
    <message>
      <source>Its name, such as Cold box 1</source>
      <translation>名称，例如 1号冷藏箱</translation>
    </message>
    <message>
      <source>No temperature was read yet. Type one here, or read a logger’s file.</source>
      <translation>还没有温度记录。请在此输入温度，或导入温度记录仪文件。</translation>
    </message>
    <message>
      <source>Read a logger’s file</source>
      <translation>导入温度记录仪文件</translation>
    </message>
    <message>
      <source>Refrigerator or box</source>
      <translation>冰箱或冷藏箱</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Temperature now, °C</source>
      <translation>当前温度，℃</translation>
    </message>
    <message>
      <source>Write the temperature down</source>
      <translation>记录温度</translation>
    </message>
  </context>
  <context>
    <name>CopyCard</name>
    <message>
      <source>Change card</source>
      <translation>更换存储卡</translation>
    </message>
    <message>
      <source>Choose card</source>
      <translation>选择存储卡</translation>
    </message>
    <message>
      <source>Keep no second copy any more</source>
      <translation>不再保留第二份副本</translation>
    </message>
    <message>
      <source>Second copy</source>
      <translation>第二份副本</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
  </context>
  <context>
    <name>CopyPage</name>
    <message>
      <source>A card or stick that stays in this laptop keeps every dose, sealed, right after it is recorded. If the laptop falls into the lake, nothing is lost. Put one in now; an old one will do, and what is on it stays.</source>
      <translation>一直插在本机上的存储卡或 U 盘，会在每剂记录后立即加密保存一份。即使电脑掉进湖里，记录也不会丢。现在请插入一张；旧的也可以，上面原有的内容不会动。</translation>
    </message>
    <message>
      <source>Change card</source>
      <translation>更换存储卡</translation>
    </message>
    <message>
      <source>Choose card</source>
      <translation>选择存储卡</translation>
    </message>
    <message>
      <source>Second copy</source>
      <translation>第二份副本</translation>
    </message>
  </context>
  <context>
    <name>CountPanel</name>
    <message>
      <source>That was a scan. Type how many you count.</source>
      <translation>这是扫码内容。请输入清点的数量。</translation>
    </message>
  </context>
  <context>
    <name>DemandPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Needed doses</source>
      <translation>所需剂数</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>现在</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>地点</translation>
    </message>
    <message>
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>产品</translation>
    </message>
    <message>
      <source>Together</source>
      <translation>合计</translation>
    </message>
  </context>
  <context>
    <name>DoctorPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>How this laptop is</source>
      <translation>本机状况</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>重新检查</translation>
    </message>
    <message>
      <source>People…</source>
      <translation>人员…</translation>
    </message>
    <message>
      <source>Set-up…</source>
      <translation>设置…</translation>
    </message>
    <message>
      <source>Write support file</source>
      <translation>生成支持文件</translation>
    </message>
  </context>
  <context>
    <name>DueModel</name>
    <message>
      <source>Day</source>
      <translation>天数</translation>
    </message>
    <message>
      <source>Last call</source>
      <translation>上次通话</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>短信</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时限</translation>
    </message>
  </context>
  <context>
    <name>DueTable</name>
    <message>
      <source>People to call</source>
      <translation>待联系人员</translation>
    </message>
  </context>
  <context>
    <name>EmptyPage</name>
    <message>
      <source>New person</source>
      <translation>新登记</translation>
    </message>
    <message>
      <source>Next person, please</source>
      <translation>请下一位</translation>
    </message>
    <message>
      <source>Put aside by the hub: {n}</source>
      <translation>被中心搁置：{n}条</translation>
    </message>
    <message>
      <source>Scan an ID card, a passport or a phone number. No papers? Type a name.</source>
      <translation>请扫描身份证、护照或电话。没有证件？请输入姓名。</translation>
    </message>
  </context>
  <context>
    <name>ExcursionsModel</name>
    <message>
      <source>Began</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Lots on board</source>
      <translation>在库批号</translation>
    </message>
    <message>
      <source>Outside for</source>
      <translation>超出时间</translation>
    </message>
    <message>
      <source>Worst</source>
      <translation>最严重</translation>
    </message>
  </context>
  <context>
    <name>FormPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
  </context>
  <context>
    <name>GotItModel</name>
    <message>
      <source>Born</source>
      <translation>出生</translation>
    </message>
    <message>
      <source>By</source>
      <translation>接种人</translation>
    </message>
    <message>
      <source>Given</source>
      <translation>接种</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>电话</translation>
    </message>
  </context>
  <context>
    <name>GotItPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Nobody got it here.</source>
      <translation>这里没有人接种过。</translation>
    </message>
    <message>
      <source>Who got the lot</source>
      <translation>该批号受种者</translation>
    </message>
  </context>
  <context>
    <name>GuidePage</name>
    <message>
      <source>Arrows: another chapter. PgDown: further down. Ctrl F1: back.</source>
      <translation>方向键：换一章。PgDown：向下翻。Ctrl F1：返回。</translation>
    </message>
    <message>
      <source>Chapters</source>
      <translation>章节</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>使用指南</translation>
    </message>
    <message>
      <source>The chapter</source>
      <translation>本章内容</translation>
    </message>
  </context>
  <context>
    <name>HelpPage</name>
    <message>
      <source>A card’s larger or smaller size</source>
      <translation>接种卡的大小尺寸</translation>
    </message>
    <message>
      <source>A dose given elsewhere</source>
      <translation>录入别处接种的剂次</translation>
    </message>
    <message>
      <source>A dose that was already given</source>
      <translation>补录已接种的剂次</translation>
    </message>
    <message>
      <source>A reaction</source>
      <translation>上报反应</translation>
    </message>
    <message>
      <source>Another person</source>
      <translation>换一个人</translation>
    </message>
    <message>
      <source>Another person; letters and digits look for one</source>
      <translation>换一人；输入字母或数字查找</translation>
    </message>
    <message>
      <source>Another phone number</source>
      <translation>更换电话号码</translation>
    </message>
    <message>
      <source>Asked, all no</source>
      <translation>已询问，均为否</translation>
    </message>
    <message>
      <source>Call list</source>
      <translation>随访名单</translation>
    </message>
    <message>
      <source>Choose a record</source>
      <translation>选择一条记录</translation>
    </message>
    <message>
      <source>Choose one of several people</source>
      <translation>从多人中选择一人</translation>
    </message>
    <message>
      <source>Clear the desk, or go back</source>
      <translation>清空接种台，或返回</translation>
    </message>
    <message>
      <source>Correct it; compare two registrations</source>
      <translation>更正；核对两份登记</translation>
    </message>
    <message>
      <source>Count another lot</source>
      <translation>清点另一批号</translation>
    </message>
    <message>
      <source>Delete the saved file</source>
      <translation>删除已保存的文件</translation>
    </message>
    <message>
      <source>Desk</source>
      <translation>接种台</translation>
    </message>
    <message>
      <source>Doses needed in the next two weeks</source>
      <translation>未来两周所需剂数</translation>
    </message>
    <message>
      <source>English, 中文</source>
      <translation>English、中文</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>任何界面</translation>
    </message>
    <message>
      <source>Export the sync log</source>
      <translation>导出同步日志</translation>
    </message>
    <message>
      <source>Further up or down</source>
      <translation>向上或向下翻</translation>
    </message>
    <message>
      <source>Go on with an operation left open</source>
      <translation>继续此前未结束的场次</translation>
    </message>
    <message>
      <source>Hold, release, recall</source>
      <translation>暂停、解除、召回</translation>
    </message>
    <message>
      <source>How this laptop is</source>
      <translation>本机状况</translation>
    </message>
    <message>
      <source>How this laptop is, and what to do</source>
      <translation>本机状况与处理办法</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>按键</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>文字放大</translation>
    </message>
    <message>
      <source>Leaves the watch; saves the report</source>
      <translation>留观离开；保存报告</translation>
    </message>
    <message>
      <source>Left arm</source>
      <translation>左臂</translation>
    </message>
    <message>
      <source>Lock the laptop</source>
      <translation>锁定电脑</translation>
    </message>
    <message>
      <source>Lock, for the other person</source>
      <translation>锁定并换人</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>重新检查</translation>
    </message>
    <message>
      <source>More of what is read out</source>
      <translation>滚动朗读内容</translation>
    </message>
    <message>
      <source>More vials on board</source>
      <translation>添加随船疫苗</translation>
    </message>
    <message>
      <source>Movements; again: take the chosen one back</source>
      <translation>出入库记录；再按一次撤回选中的一条</translation>
    </message>
    <message>
      <source>New person, or a person without papers</source>
      <translation>新登记，或无证件人员</translation>
    </message>
    <message>
      <source>Normal, sunlight, night</source>
      <translation>普通、强光、夜间</translation>
    </message>
    <message>
      <source>Not given, with a reason</source>
      <translation>未接种并注明原因</translation>
    </message>
    <message>
      <source>Open a vial that cannot be scanned</source>
      <translation>开启无法扫描的疫苗</translation>
    </message>
    <message>
      <source>Open the operation; close it</source>
      <translation>开启场次；结束场次</translation>
    </message>
    <message>
      <source>Override, with a reason</source>
      <translation>人工放行，并说明原因</translation>
    </message>
    <message>
      <source>Papers</source>
      <translation>文件打印</translation>
    </message>
    <message>
      <source>Print, in the system’s own window</source>
      <translation>打印（系统打印窗口）</translation>
    </message>
    <message>
      <source>Receive a lot; scan every vial</source>
      <translation>疫苗入库；逐瓶扫描</translation>
    </message>
    <message>
      <source>Record the dose; save the form</source>
      <translation>记录接种；保存表格</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>记录</translation>
    </message>
    <message>
      <source>Records: see, correct, link; and back</source>
      <translation>记录：查看、更正、关联；再按返回</translation>
    </message>
    <message>
      <source>Reported reactions; the form’s other half</source>
      <translation>已报反应；表单另一页</translation>
    </message>
    <message>
      <source>Right arm</source>
      <translation>右臂</translation>
    </message>
    <message>
      <source>Save as PDF</source>
      <translation>保存为 PDF</translation>
    </message>
    <message>
      <source>Save it, and on to the next</source>
      <translation>保存，转到下一人</translation>
    </message>
    <message>
      <source>Save; they are one person</source>
      <translation>保存；是同一个人</translation>
    </message>
    <message>
      <source>Scan by camera or from a photo</source>
      <translation>用摄像头或照片扫码</translation>
    </message>
    <message>
      <source>Scan or type at any time: Enter only ends a scan, it never records.</source>
      <translation>随时可以扫描或输入：回车键只结束扫描，绝不会记录接种。</translation>
    </message>
    <message>
      <source>Scanner check: what arrives, what to set</source>
      <translation>扫码枪检查：收到什么、如何设置</translation>
    </message>
    <message>
      <source>Session</source>
      <translation>场次</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>文字缩小</translation>
    </message>
    <message>
      <source>Stock</source>
      <translation>库存</translation>
    </message>
    <message>
      <source>Stock and cold chain</source>
      <translation>疫苗库存与冷链</translation>
    </message>
    <message>
      <source>Strike it through; they are two people</source>
      <translation>作废；是两个人</translation>
    </message>
    <message>
      <source>Sync</source>
      <translation>同步</translation>
    </message>
    <message>
      <source>Take the last call back, with a reason</source>
      <translation>撤回上次通话记录，说明原因</translation>
    </message>
    <message>
      <source>Temperatures; Ctrl O takes a logger’s file</source>
      <translation>温度；Ctrl O 导入温度记录仪文件</translation>
    </message>
    <message>
      <source>The fee: ask, by whom paid, not taken</source>
      <translation>费用：询问、由谁支付、未收</translation>
    </message>
    <message>
      <source>The guide, chapter by chapter; and back</source>
      <translation>使用指南，逐章查看；再按返回</translation>
    </message>
    <message>
      <source>The last receipt: look, save, print</source>
      <translation>最近一张收据：查看、保存、打印</translation>
    </message>
    <message>
      <source>The last who left comes back</source>
      <translation>最后离开者返回</translation>
    </message>
    <message>
      <source>The list on paper</source>
      <translation>打印名单</translation>
    </message>
    <message>
      <source>The next operation</source>
      <translation>下一场次</translation>
    </message>
    <message>
      <source>The page so far</source>
      <translation>当前小结</translation>
    </message>
    <message>
      <source>The people of this laptop, and PINs</source>
      <translation>本机人员与 PIN</translation>
    </message>
    <message>
      <source>The same as F9</source>
      <translation>与F9相同</translation>
    </message>
    <message>
      <source>The same person again, for another vaccine</source>
      <translation>同一人再接种另一种疫苗</translation>
    </message>
    <message>
      <source>The session as an Excel workbook: write it, bring it back</source>
      <translation>本场次的 Excel 工作簿：导出、导入</translation>
    </message>
    <message>
      <source>The set-up of this laptop, step by step</source>
      <translation>逐步设置本机</translation>
    </message>
    <message>
      <source>This page, and back</source>
      <translation>本页，再按返回</translation>
    </message>
    <message>
      <source>Undo the last dose, with a reason</source>
      <translation>撤销上一剂并注明原因</translation>
    </message>
    <message>
      <source>Vaccination card: look, save, print</source>
      <translation>接种卡：查看、保存、打印</translation>
    </message>
    <message>
      <source>Waste, count, return the chosen lot</source>
      <translation>损耗、盘点、退回选中的批号</translation>
    </message>
    <message>
      <source>Wasted, because…</source>
      <translation>损耗，原因…</translation>
    </message>
    <message>
      <source>Watch</source>
      <translation>留观</translation>
    </message>
    <message>
      <source>What came of the call</source>
      <translation>通话结果</translation>
    </message>
    <message>
      <source>When the laptop locks by itself</source>
      <translation>自动锁定的时间</translation>
    </message>
    <message>
      <source>Who has booked for today</source>
      <translation>今日预约名单</translation>
    </message>
    <message>
      <source>Write support file</source>
      <translation>生成支持文件</translation>
    </message>
  </context>
  <context>
    <name>HitsPage</name>
    <message>
      <source>None of these: new person</source>
      <translation>都不是：新登记</translation>
    </message>
    <message>
      <source>Who is it?</source>
      <translation>是哪一位？</translation>
    </message>
  </context>
  <context>
    <name>HubPage</name>
    <message>
      <source>An administrator of the hub adds the team on its pages and makes a code for it. Scan the square code from the page or from paper into the first field, or type it. Without a network write a request to a stick; the hub answers with a pack. Until then record: everything is sent later.</source>
      <translation>管理员在中心页面上添加接种队，并生成入网码。请在第一栏扫描页面或纸上的二维码，或手工输入。没有网络时，可把申请写入 U 盘，中心会以数据包答复；在此之前照常记录，之后会全部发送。</translation>
    </message>
    <message>
      <source>Certificate file of the organisation (.pem)</source>
      <translation>机构证书文件（.pem）</translation>
    </message>
    <message>
      <source>Choose the stick’s folder</source>
      <translation>选择 U 盘文件夹</translation>
    </message>
    <message>
      <source>Code of your team: scan or type</source>
      <translation>本队的入网码：扫描或输入</translation>
    </message>
    <message>
      <source>Hub</source>
      <translation>中心服务器</translation>
    </message>
    <message>
      <source>Join the hub</source>
      <translation>加入中心</translation>
    </message>
    <message>
      <source>No network here: request to a stick…</source>
      <translation>此处没有网络：申请写入 U 盘…</translation>
    </message>
    <message>
      <source>Pick file…</source>
      <translation>选择文件…</translation>
    </message>
    <message>
      <source>Read the hub’s pack…</source>
      <translation>读取中心的数据包…</translation>
    </message>
    <message>
      <source>The hub’s pack on the stick</source>
      <translation>U 盘上的中心数据包</translation>
    </message>
    <message>
      <source>The organisation’s certificate</source>
      <translation>机构证书</translation>
    </message>
    <message>
      <source>Your own PIN</source>
      <translation>您自己的 PIN</translation>
    </message>
  </context>
  <context>
    <name>LaptopPage</name>
    <message>
      <source>Boat</source>
      <translation>船</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类型</translation>
    </message>
    <message>
      <source>Login, for instance li.na</source>
      <translation>登录名，例如 li.na</translation>
    </message>
    <message>
      <source>Make this laptop</source>
      <translation>建立本机</translation>
    </message>
    <message>
      <source>PIN or passphrase</source>
      <translation>PIN 或口令</translation>
    </message>
    <message>
      <source>Team and first person</source>
      <translation>队伍和第一位人员</translation>
    </message>
    <message>
      <source>Team, boat or vehicle</source>
      <translation>队伍、船或车</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>再输入一次</translation>
    </message>
    <message>
      <source>Vehicle</source>
      <translation>车</translation>
    </message>
    <message>
      <source>You lead this laptop: only you add others, and nothing opens without a PIN. Nobody can look a PIN up; choose one that you will remember.</source>
      <translation>您是本机的负责人：只有您能添加其他人，没有 PIN 什么也打不开。PIN 无法查询，请选一个您记得住的。</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>您的姓名</translation>
    </message>
  </context>
  <context>
    <name>ListPage</name>
    <message>
      <source>Back to the desk</source>
      <translation>返回接种台</translation>
    </message>
    <message>
      <source>Compare…</source>
      <translation>核对…</translation>
    </message>
    <message>
      <source>Correct…</source>
      <translation>更正…</translation>
    </message>
    <message>
      <source>Strike through…</source>
      <translation>作废…</translation>
    </message>
  </context>
  <context>
    <name>LoadCard</name>
    <message>
      <source>1 much lighter</source>
      <translation>1 级：明显更浅</translation>
    </message>
    <message>
      <source>2 lighter</source>
      <translation>2 级：较浅</translation>
    </message>
    <message>
      <source>3 the same: do not use</source>
      <translation>3 级：相同，不可使用</translation>
    </message>
    <message>
      <source>4 darker: do not use</source>
      <translation>4 级：更深，不可使用</translation>
    </message>
    <message>
      <source>Doses in a vial</source>
      <translation>每瓶剂数</translation>
    </message>
    <message>
      <source>Expires</source>
      <translation>有效期至</translation>
    </message>
    <message>
      <source>How many vials</source>
      <translation>瓶数</translation>
    </message>
    <message>
      <source>Put on board</source>
      <translation>装入</translation>
    </message>
    <message>
      <source>Scan a vial or pack, or type the lot</source>
      <translation>扫描疫苗瓶或包装，或输入批号</translation>
    </message>
    <message>
      <source>Take off</source>
      <translation>取下</translation>
    </message>
    <message>
      <source>VVM: the square is…</source>
      <translation>VVM：方块颜色…</translation>
    </message>
    <message>
      <source>Vaccine</source>
      <translation>疫苗</translation>
    </message>
    <message>
      <source>Vials on board</source>
      <translation>随船疫苗</translation>
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation>年-月-日</translation>
    </message>
  </context>
  <context>
    <name>LoadPage</name>
    <message>
      <source>Add vials</source>
      <translation>添加疫苗</translation>
    </message>
    <message>
      <source>Back to the operation</source>
      <translation>返回本场次</translation>
    </message>
  </context>
  <context>
    <name>LockScreen</name>
    <message>
      <source>Delete the last character</source>
      <translation>删除最后一位</translation>
    </message>
    <message>
      <source>Locked: nothing can be read on this laptop.</source>
      <translation>已锁定：本机内容无法读取。</translation>
    </message>
    <message>
      <source>PIN</source>
      <translation>密码</translation>
    </message>
    <message>
      <source>PIN or passphrase</source>
      <translation>密码或口令</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>解锁</translation>
    </message>
    <message>
      <source>Who is at the laptop?</source>
      <translation>请选择使用人</translation>
    </message>
  </context>
  <context>
    <name>LookKeys</name>
    <message>
      <source>Brightness</source>
      <translation>明暗</translation>
    </message>
    <message>
      <source>Normal, sunlight, night</source>
      <translation>普通、强光、夜间</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>字号</translation>
    </message>
  </context>
  <context>
    <name>LookPage</name>
    <message>
      <source>Choose how the screen is read best. The same keys work everywhere, at any time.</source>
      <translation>请选择最便于阅读的显示方式。这些按键随时随处可用。</translation>
    </message>
    <message>
      <source>Language and look</source>
      <translation>语言和显示</translation>
    </message>
    <message>
      <source>Practice has its own people, vials, keys and hub, says so over every screen, and is gone when you close it. Nothing of it gets into a real laptop or hub, and nothing real into it.</source>
      <translation>练习有自己的虚构人员、疫苗、密钥和中心，每个画面上方都有提示，关闭后全部消失。练习的内容进不了真实的电脑或中心，真实的内容也进不了练习。</translation>
    </message>
    <message>
      <source>Practise first?</source>
      <translation>先练习一下？</translation>
    </message>
    <message>
      <source>There are no records on this machine yet. If there were some, stop: their disk is missing. Nothing recorded is ever replaced.</source>
      <translation>这台电脑上还没有任何记录。如果本该有记录，请停下：存放它们的磁盘没有接上。已有的记录绝不会被覆盖。</translation>
    </message>
    <message>
      <source>Try it with made-up people</source>
      <translation>用虚构人员试一试</translation>
    </message>
    <message>
      <source>Welcome</source>
      <translation>欢迎使用</translation>
    </message>
  </context>
  <context>
    <name>LotsModel</name>
    <message>
      <source>Adds up?</source>
      <translation>对得上？</translation>
    </message>
    <message>
      <source>Doses</source>
      <translation>剂数</translation>
    </message>
    <message>
      <source>Expires</source>
      <translation>有效期至</translation>
    </message>
    <message>
      <source>Given</source>
      <translation>接种</translation>
    </message>
    <message>
      <source>Loaded</source>
      <translation>装载</translation>
    </message>
    <message>
      <source>Lot</source>
      <translation>批号</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>产品</translation>
    </message>
    <message>
      <source>Returned</source>
      <translation>退回</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Vials</source>
      <translation>瓶数</translation>
    </message>
    <message>
      <source>Wasted</source>
      <translation>损耗</translation>
    </message>
  </context>
  <context>
    <name>LotsTable</name>
    <message>
      <source>Lots of this operation</source>
      <translation>本场次的批号</translation>
    </message>
    <message>
      <source>Lots on board</source>
      <translation>在库批号</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>fieldapp – PRACTICE</source>
      <translation>fieldapp – 练习</translation>
    </message>
  </context>
  <context>
    <name>MovePage</name>
    <message>
      <source>2027-08-31</source>
      <translation>2027-08-31</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Choose</source>
      <translation>请选择</translation>
    </message>
    <message>
      <source>Doses in a vial</source>
      <translation>每瓶剂数</translation>
    </message>
    <message>
      <source>Last usable day</source>
      <translation>有效期至</translation>
    </message>
    <message>
      <source>Lot</source>
      <translation>批号</translation>
    </message>
    <message>
      <source>Not looked at</source>
      <translation>未查看</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>产品</translation>
    </message>
    <message>
      <source>Vial monitor</source>
      <translation>热敏标签（VVM）级别</translation>
    </message>
    <message>
      <source>Vials</source>
      <translation>瓶数</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>and single doses</source>
      <translation>另加零散剂数</translation>
    </message>
  </context>
  <context>
    <name>MovementsModel</name>
    <message>
      <source>Doses</source>
      <translation>剂数</translation>
    </message>
    <message>
      <source>Lot</source>
      <translation>批号</translation>
    </message>
    <message>
      <source>What</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>When</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>操作人</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>原因</translation>
    </message>
  </context>
  <context>
    <name>MovementsPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Movements</source>
      <translation>出入库记录</translation>
    </message>
    <message>
      <source>Movements, the newest first</source>
      <translation>出入库记录，最新在前</translation>
    </message>
    <message>
      <source>Nothing has moved yet.</source>
      <translation>还没有出入库记录。</translation>
    </message>
    <message>
      <source>Take it back</source>
      <translation>撤回</translation>
    </message>
  </context>
  <context>
    <name>NeighbourCard</name>
    <message>
      <source>Address of the other laptop</source>
      <translation>另一台电脑的地址</translation>
    </message>
    <message>
      <source>Exchange</source>
      <translation>交接</translation>
    </message>
    <message>
      <source>Exchange records with a neighbour laptop</source>
      <translation>与邻近电脑交接记录</translation>
    </message>
    <message>
      <source>Its address</source>
      <translation>对方地址</translation>
    </message>
    <message>
      <source>Listen</source>
      <translation>开启等候</translation>
    </message>
    <message>
      <source>Neighbour</source>
      <translation>邻近电脑</translation>
    </message>
    <message>
      <source>Only needed where the other laptop is not found by itself</source>
      <translation>仅在无法自动找到对方时需要填写</translation>
    </message>
    <message>
      <source>Stop listening</source>
      <translation>停止等候</translation>
    </message>
  </context>
  <context>
    <name>OldBanner</name>
    <message>
      <source>Go on with it</source>
      <translation>继续进行</translation>
    </message>
  </context>
  <context>
    <name>OpenPage</name>
    <message>
      <source>Add vials</source>
      <translation>添加疫苗</translation>
    </message>
    <message>
      <source>Booked today</source>
      <translation>今日预约</translation>
    </message>
    <message>
      <source>No vials are loaded yet. Add them before the first dose.</source>
      <translation>尚未装载疫苗，请在接种第一剂之前添加。</translation>
    </message>
    <message>
      <source>Summary so far</source>
      <translation>打印小结</translation>
    </message>
    <message>
      <source>Workbook</source>
      <translation>工作簿</translation>
    </message>
  </context>
  <context>
    <name>PairPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>One person…</source>
      <translation>是同一个人…</translation>
    </message>
    <message>
      <source>Two people</source>
      <translation>是两个人</translation>
    </message>
    <message>
      <source>Two people: take the link back…</source>
      <translation>是两个人：取消关联…</translation>
    </message>
  </context>
  <context>
    <name>PaperScreen</name>
    <message>
      <source>A5 sheet</source>
      <translation>A5 单页</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Delete the file</source>
      <translation>删除文件</translation>
    </message>
    <message>
      <source>Language of the card</source>
      <translation>接种卡的语言</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <source>Save as PDF</source>
      <translation>保存为 PDF</translation>
    </message>
    <message>
      <source>Size of the card</source>
      <translation>卡片尺寸</translation>
    </message>
    <message>
      <source>Wallet, to fold</source>
      <translation>钱包卡，可对折</translation>
    </message>
  </context>
  <context>
    <name>PeoplePage</name>
    <message>
      <source>Add this person</source>
      <translation>添加此人</translation>
    </message>
    <message>
      <source>Everybody who records has a name and a PIN of their own, typed by themselves. A second lead means that a forgotten PIN closes nothing.</source>
      <translation>每位做记录的人都用自己的姓名和自己输入的 PIN。有第二位负责人，即使忘了 PIN 也不会打不开本机。</translation>
    </message>
    <message>
      <source>I work alone</source>
      <translation>只有我一人</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>以后再做</translation>
    </message>
    <message>
      <source>Login, for instance li.na</source>
      <translation>登录名，例如 li.na</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>People of the team</source>
      <translation>队伍人员</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>角色</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>再输入一次</translation>
    </message>
    <message>
      <source>Their PIN</source>
      <translation>此人的 PIN</translation>
    </message>
    <message>
      <source>Your own PIN</source>
      <translation>您自己的 PIN</translation>
    </message>
  </context>
  <context>
    <name>PersonCard</name>
    <message>
      <source>Card</source>
      <translation>接种卡</translation>
    </message>
    <message>
      <source>Dose elsewhere</source>
      <translation>别处接种</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>记录</translation>
    </message>
  </context>
  <context>
    <name>PersonPage</name>
    <message>
      <source>Already given…</source>
      <translation>已接种…</translation>
    </message>
    <message>
      <source>Asked, all no</source>
      <translation>已询问，均为否</translation>
    </message>
    <message>
      <source>Not given…</source>
      <translation>未接种…</translation>
    </message>
    <message>
      <source>Override…</source>
      <translation>人工放行…</translation>
    </message>
  </context>
  <context>
    <name>PracticeBand</name>
    <message>
      <source>PRACTICE · made-up people · nothing of this is real or kept</source>
      <translation>练习 · 虚构人员 · 一切都不是真的，也不会保留</translation>
    </message>
  </context>
  <context>
    <name>PrinterPage</name>
    <message>
      <source>Cards, receipts and the page of a session can be printed. Connect the printer, add it in the system’s own settings, and print a test page here. Without one nothing is lost: every paper can be saved as a PDF and printed elsewhere.</source>
      <translation>接种卡、收据和场次汇总都可以打印。请接好打印机，在系统设置中添加它，然后在这里打印测试页。没有打印机也不会丢失什么：所有纸质内容都可以存为 PDF，到别处打印。</translation>
    </message>
    <message>
      <source>No printer here</source>
      <translation>没有打印机</translation>
    </message>
    <message>
      <source>Print a test page</source>
      <translation>打印测试页</translation>
    </message>
    <message>
      <source>Print again</source>
      <translation>再打印一次</translation>
    </message>
    <message>
      <source>Printer</source>
      <translation>打印机</translation>
    </message>
    <message>
      <source>Sent to {printer}. Is the whole page there and sharp, and can the square code be scanned?</source>
      <translation>已发送到 {printer}。页面是否完整、文字清楚，二维码能否扫描？</translation>
    </message>
    <message>
      <source>Yes, it is fine</source>
      <translation>是的，没问题</translation>
    </message>
  </context>
  <context>
    <name>QuestionsCard</name>
    <message>
      <source>Ask every time</source>
      <translation>每次询问</translation>
    </message>
    <message>
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>是</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>{count} waiting</source>
      <translation>{count} 项待处理</translation>
    </message>
  </context>
  <context>
    <name>ReactionBoxes</name>
    <message>
      <source>More from the form’s list</source>
      <translation>表中其他反应</translation>
    </message>
    <message>
      <source>More from the form’s list…</source>
      <translation>表中其他反应…</translation>
    </message>
    <message>
      <source>What was seen?</source>
      <translation>观察到什么？</translation>
    </message>
  </context>
  <context>
    <name>ReactionPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Began at</source>
      <translation>开始时间</translation>
    </message>
    <message>
      <source>Date of death</source>
      <translation>死亡日期</translation>
    </message>
    <message>
      <source>Diluent lot</source>
      <translation>稀释液批号</translation>
    </message>
    <message>
      <source>HH:MM, or with the date</source>
      <translation>时:分，可加日期</translation>
    </message>
    <message>
      <source>Illnesses, allergies, other medicines</source>
      <translation>疾病史、过敏史、合并用药</translation>
    </message>
    <message>
      <source>More of the form</source>
      <translation>表格其余部分</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>转归</translation>
    </message>
    <message>
      <source>Reconstituted at</source>
      <translation>复溶时间</translation>
    </message>
    <message>
      <source>Remarks</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Save report</source>
      <translation>保存报告</translation>
    </message>
    <message>
      <source>Save serious report</source>
      <translation>保存严重反应报告</translation>
    </message>
    <message>
      <source>Signs and symptoms</source>
      <translation>体征和症状</translation>
    </message>
    <message>
      <source>Strike through…</source>
      <translation>作废…</translation>
    </message>
    <message>
      <source>Taken to hospital</source>
      <translation>已送医院</translation>
    </message>
    <message>
      <source>Their phone or e-mail</source>
      <translation>其电话或邮箱</translation>
    </message>
    <message>
      <source>Their post</source>
      <translation>其职务</translation>
    </message>
    <message>
      <source>Told by, if not you</source>
      <translation>报告人（如非本人）</translation>
    </message>
    <message>
      <source>Told on</source>
      <translation>告知日期</translation>
    </message>
    <message>
      <source>Treatment</source>
      <translation>处置</translation>
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation>年-月-日</translation>
    </message>
  </context>
  <context>
    <name>ReadyPage</name>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>Begin work</source>
      <translation>开始工作</translation>
    </message>
    <message>
      <source>Everything is set up.</source>
      <translation>全部设置完毕。</translation>
    </message>
    <message>
      <source>Left for later: {steps}. How this laptop is (F10) shows it until it is done; Ctrl 0 opens this page again.</source>
      <translation>留待以后：{steps}。完成之前，“本机状况”（F10）会一直显示；按 Ctrl 0 可再次打开本页。</translation>
    </message>
    <message>
      <source>Open an operation in Session (Ctrl 5), scan somebody, scan the vial. The guide is on Ctrl F1, every key on F1.</source>
      <translation>在“场次”（Ctrl 5）中开始一次接种，扫描受种者，再扫描疫苗。使用指南按 Ctrl F1，全部按键按 F1。</translation>
    </message>
    <message>
      <source>Practise with your team before the first day. This laptop is locked meanwhile; nothing of the practice can get into it.</source>
      <translation>首次出工前，请和队员一起练习。练习期间本机锁定；练习的内容不会进入本机。</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>准备就绪</translation>
    </message>
    <message>
      <source>Try it with made-up people</source>
      <translation>用虚构人员试一试</translation>
    </message>
  </context>
  <context>
    <name>ReasonPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>In your words</source>
      <translation>请用自己的话说明</translation>
    </message>
  </context>
  <context>
    <name>RegisterPage</name>
    <message>
      <source>Another person: save and go on</source>
      <translation>不是同一人：保存并继续</translation>
    </message>
    <message>
      <source>Birth date</source>
      <translation>出生日期</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Consent read and agreed</source>
      <translation>已阅读并同意知情同意书</translation>
    </message>
    <message>
      <source>Female</source>
      <translation>女</translation>
    </message>
    <message>
      <source>Home area</source>
      <translation>居住地</translation>
    </message>
    <message>
      <source>In Chinese social security?</source>
      <translation>是否参加中国医保？</translation>
    </message>
    <message>
      <source>Key group</source>
      <translation>重点人群</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Looks like someone?</source>
      <translation>是否为同一人？</translation>
    </message>
    <message>
      <source>Male</source>
      <translation>男</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Nationality</source>
      <translation>国籍</translation>
    </message>
    <message>
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <source>Phone, for the reminder on day 21</source>
      <translation>电话（第21天提醒用）</translation>
    </message>
    <message>
      <source>Same person</source>
      <translation>是同一人</translation>
    </message>
    <message>
      <source>Save and go on</source>
      <translation>保存并继续</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>性别</translation>
    </message>
    <message>
      <source>To find again: boat, berth, village</source>
      <translation>查找线索：船、泊位、村</translation>
    </message>
    <message>
      <source>YYYY-MM-DD or YYYY</source>
      <translation>年-月-日，或仅年</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>是</translation>
    </message>
  </context>
  <context>
    <name>ScanBox</name>
    <message>
      <source>Caps Lock is on</source>
      <translation>大写锁定已开启</translation>
    </message>
    <message>
      <source>Card: the rest is still to come…</source>
      <translation>接种卡：还有后续内容…</translation>
    </message>
    <message>
      <source>Passport: next line…</source>
      <translation>护照：请扫描下一行…</translation>
    </message>
    <message>
      <source>Scan or type: ID card, passport, vial, phone or name</source>
      <translation>扫描或输入：身份证、护照、疫苗、电话或姓名</translation>
    </message>
    <message>
      <source>The scanner sent no Enter: press Enter</source>
      <translation>扫码枪未发送回车，请按回车键</translation>
    </message>
  </context>
  <context>
    <name>ScannerPage</name>
    <message>
      <source>A code to scan</source>
      <translation>供扫描的码</translation>
    </message>
    <message>
      <source>No scanner here</source>
      <translation>没有扫码枪</translation>
    </message>
    <message>
      <source>Scan here</source>
      <translation>扫描到这里</translation>
    </message>
    <message>
      <source>Scan the code below off the screen: it shows at once what has to be set. A scanner for stripes alone cannot read it; scan a vial or an ID card instead.</source>
      <translation>请扫描屏幕上的这个码：马上可以看出需要设置什么。只能读条形码的扫码枪读不了它，请改扫一支疫苗或一张身份证。</translation>
    </message>
    <message>
      <source>Scanner</source>
      <translation>扫码枪</translation>
    </message>
  </context>
  <context>
    <name>SeriousBox</name>
    <message>
      <source>None of these</source>
      <translation>以上都没有</translation>
    </message>
    <message>
      <source>Serious? Any of these?</source>
      <translation>是否严重？有无下列情形？</translation>
    </message>
  </context>
  <context>
    <name>SessionStrip</name>
    <message>
      <source>At the laptop: {user}</source>
      <translation>当前使用人：{user}</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>锁定</translation>
    </message>
    <message>
      <source>Lock the laptop</source>
      <translation>锁定电脑</translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>Boat or vehicle</source>
      <translation>船只或车辆</translation>
    </message>
    <message>
      <source>Cash in the box</source>
      <translation>钱箱备用金</translation>
    </message>
    <message>
      <source>Key area</source>
      <translation>重点区域</translation>
    </message>
    <message>
      <source>Names, with commas</source>
      <translation>姓名，用逗号分隔</translation>
    </message>
    <message>
      <source>Open operation {n}</source>
      <translation>开启第 {n} 场</translation>
    </message>
    <message>
      <source>Open the next operation</source>
      <translation>开启下一场次</translation>
    </message>
    <message>
      <source>Operation number</source>
      <translation>场次编号</translation>
    </message>
    <message>
      <source>Others who are here</source>
      <translation>其他在场人员</translation>
    </message>
    <message>
      <source>Pier, village, street</source>
      <translation>码头、村、街道</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>地点</translation>
    </message>
    <message>
      <source>Who is here</source>
      <translation>在场人员</translation>
    </message>
    <message>
      <source>Workbook</source>
      <translation>工作簿</translation>
    </message>
    <message>
      <source>{name} is here</source>
      <translation>{name} 在场</translation>
    </message>
  </context>
  <context>
    <name>StepList</name>
    <message>
      <source>done</source>
      <translation>已完成</translation>
    </message>
  </context>
  <context>
    <name>StepPage</name>
    <message>
      <source>Later</source>
      <translation>以后再做</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Not needed here</source>
      <translation>这里不需要</translation>
    </message>
    <message>
      <source>To the desk</source>
      <translation>去接种台</translation>
    </message>
  </context>
  <context>
    <name>StickCard</name>
    <message>
      <source>Read</source>
      <translation>读取</translation>
    </message>
    <message>
      <source>Read the stick</source>
      <translation>读取U盘</translation>
    </message>
    <message>
      <source>USB stick</source>
      <translation>U盘</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>写入</translation>
    </message>
    <message>
      <source>Write to stick</source>
      <translation>写入U盘</translation>
    </message>
  </context>
  <context>
    <name>SyncScreen</name>
    <message>
      <source>Attempts to reach the hub</source>
      <translation>连接中心的记录</translation>
    </message>
    <message>
      <source>Confirmed, signed by the hub</source>
      <translation>已确认（中心已签名）</translation>
    </message>
    <message>
      <source>Export log</source>
      <translation>导出日志</translation>
    </message>
    <message>
      <source>Export the sync log</source>
      <translation>导出同步日志</translation>
    </message>
    <message>
      <source>Internet</source>
      <translation>互联网</translation>
    </message>
    <message>
      <source>Of these: {counted} counted · {contested} contested · {fix} to fix · {voided} voided</source>
      <translation>其中：计入 {counted} · 有争议 {contested} · 待更正 {fix} · 已作废 {voided}</translation>
    </message>
    <message>
      <source>Recorded, whole journal</source>
      <translation>已记录（全部）</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>The hub was not tried yet.</source>
      <translation>尚未尝试连接中心。</translation>
    </message>
    <message>
      <source>Try now</source>
      <translation>立即尝试</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>待上传</translation>
    </message>
    <message>
      <source>{n} erased by law</source>
      <translation>依法删除 {n}</translation>
    </message>
    <message>
      <source>{n} unaccounted</source>
      <translation>{n} 剂下落不明</translation>
    </message>
  </context>
  <context>
    <name>ThermometerCard</name>
    <message>
      <source>Cold chain</source>
      <translation>冷链</translation>
    </message>
    <message>
      <source>No temperature was read yet. Press F7 to type one, or to read a logger’s file.</source>
      <translation>还没有温度记录。按 F7 输入温度，或导入温度记录仪文件。</translation>
    </message>
  </context>
  <context>
    <name>TodayPanel</name>
    <message numerus="yes">
      <source>%n dose(s)</source>
      <translation>
        <numerusform>%n 剂</numerusform>
      </translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>doses per hour</source>
      <translation>每小时剂数</translation>
    </message>
    <message>
      <source>hub’s receipt</source>
      <translation>中心已回执</translation>
    </message>
    <message>
      <source>this laptop only</source>
      <translation>仅在本机</translation>
    </message>
  </context>
  <context>
    <name>TruthStrip</name>
    <message>
      <source>Battery: {n} %</source>
      <translation>电池：{n} %</translation>
    </message>
    <message>
      <source>clock doubtful</source>
      <translation>时钟存疑</translation>
    </message>
    <message>
      <source>confirmed by hub</source>
      <translation>中心已确认</translation>
    </message>
    <message>
      <source>on this laptop</source>
      <translation>本机累计</translation>
    </message>
    <message>
      <source>recorded today</source>
      <translation>今日已记录</translation>
    </message>
    <message>
      <source>today</source>
      <translation>今日</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>待上传</translation>
    </message>
    <message>
      <source>waiting, oldest {age}</source>
      <translation>待上传，最早{age}</translation>
    </message>
  </context>
  <context>
    <name>VialCard</name>
    <message>
      <source>Arm</source>
      <translation>部位</translation>
    </message>
    <message>
      <source>Fee…</source>
      <translation>费用…</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>左臂</translation>
    </message>
    <message>
      <source>No vial yet</source>
      <translation>尚无疫苗</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>右臂</translation>
    </message>
    <message>
      <source>Scan the vial now.</source>
      <translation>请扫描疫苗。</translation>
    </message>
    <message>
      <source>Vial in use</source>
      <translation>当前疫苗</translation>
    </message>
  </context>
  <context>
    <name>WastePage</name>
    <message>
      <source>Doses</source>
      <translation>剂数</translation>
    </message>
    <message>
      <source>Record as wasted</source>
      <translation>记为损耗</translation>
    </message>
  </context>
  <context>
    <name>WatchCard</name>
    <message>
      <source>Add to report…</source>
      <translation>补充报告…</translation>
    </message>
    <message>
      <source>Go on writing…</source>
      <translation>继续填写…</translation>
    </message>
    <message>
      <source>Leaves early…</source>
      <translation>提前离开…</translation>
    </message>
    <message>
      <source>Leaves well</source>
      <translation>无异常离开</translation>
    </message>
    <message>
      <source>Reaction…</source>
      <translation>有反应…</translation>
    </message>
  </context>
  <context>
    <name>WorkbookPage</name>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Bring one back…</source>
      <translation>导入工作簿…</translation>
    </message>
    <message>
      <source>Write a workbook…</source>
      <translation>导出工作簿…</translation>
    </message>
  </context>
  <context>
    <name>_Talk</name>
    <message>
      <source>Calls so far</source>
      <translation>此前通话</translation>
    </message>
    <message>
      <source>Message of the hub</source>
      <translation>中心发的短信</translation>
    </message>
    <message>
      <source>New number</source>
      <translation>新号码</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>What came of it? Alt and the number</source>
      <translation>结果如何？按 Alt 加数字</translation>
    </message>
  </context>
  <context>
    <name>errors</name>
    <message>
      <source>A fee can only be left out by a named person with a reason.</source>
      <translation>免收费用必须写明决定人姓名和理由。</translation>
    </message>
    <message>
      <source>A part of the list of erased records is missing here.</source>
      <translation>本机缺少一部分已删除记录的名单。</translation>
    </message>
    <message>
      <source>A reason is needed: {reason} is none of the list.</source>
      <translation>需要填写原因：{reason} 不在可选原因之内。</translation>
    </message>
    <message>
      <source>A reserve of {reserve} stands by for a full disk.</source>
      <translation>备有{reserve}空间，磁盘满时使用。</translation>
    </message>
    <message>
      <source>A sealed file was written to a stick.</source>
      <translation>已将加密文件写入U盘。</translation>
    </message>
    <message>
      <source>A second person is needed: somebody else, who leads or supervises.</source>
      <translation>需要第二人在场：必须是另一位队长或主管。</translation>
    </message>
    <message>
      <source>A sync is already running on this laptop.</source>
      <translation>本机正在同步。</translation>
    </message>
    <message>
      <source>Add somebody else first.</source>
      <translation>请先添加其他人员。</translation>
    </message>
    <message>
      <source>All {events} events are exactly as they were written.</source>
      <translation>全部{events}条事件与写入时完全一致。</translation>
    </message>
    <message>
      <source>Another program is using the journal just now.</source>
      <translation>另一个程序正在使用记录文件。</translation>
    </message>
    <message>
      <source>Ask a supervisor to do it.</source>
      <translation>请由主管操作。</translation>
    </message>
    <message>
      <source>Ask a team lead or supervisor to type their own PIN.</source>
      <translation>请队长或主管输入其本人的 PIN。</translation>
    </message>
    <message>
      <source>Ask for another proof of the dose, and tell your supervisor about this card.</source>
      <translation>请出示该剂次的其他证明，并将此卡情况报告主管。</translation>
    </message>
    <message>
      <source>Ask for it to be sent or copied again.</source>
      <translation>请对方重新发送或复制。</translation>
    </message>
    <message>
      <source>Ask one of them to type their PIN here, or to do it themselves.</source>
      <translation>请其中一人在此输入自己的 PIN，或由其本人操作。</translation>
    </message>
    <message>
      <source>Ask the hub for a fresh copy.</source>
      <translation>请向中心要一份新的。</translation>
    </message>
    <message>
      <source>Ask your organisation for the key that was in force when this laptop enrolled.</source>
      <translation>请向单位索取本机加入时所用的恢复密钥。</translation>
    </message>
    <message>
      <source>Ask your supervisor for a code, and join: fieldapp enrol.</source>
      <translation>请向主管索取注册码并加入中心：fieldapp enrol。</translation>
    </message>
    <message>
      <source>Ask your supervisor for a new code, and let this laptop ask again with it.</source>
      <translation>请向主管索取新的注册码，用它让本机重新申请。</translation>
    </message>
    <message>
      <source>Ask your supervisor for a new enrolment code and enrol this laptop again.</source>
      <translation>请向主管索取新的注册码，重新加入中心。</translation>
    </message>
    <message>
      <source>Ask your supervisor for an enrolment code and enrol this laptop.</source>
      <translation>请向主管索取注册码，让本机加入中心。</translation>
    </message>
    <message>
      <source>Ask your supervisor for the address that begins with https.</source>
      <translation>请向主管索取以 https 开头的地址。</translation>
    </message>
    <message>
      <source>Ask your supervisor for the address; it begins with https.</source>
      <translation>请向主管索取地址，以 https 开头。</translation>
    </message>
    <message>
      <source>Ask your supervisor for the certificate file and join again.</source>
      <translation>请向主管索取证书文件，重新加入中心。</translation>
    </message>
    <message>
      <source>Ask your supervisor for the new certificate file before that day.</source>
      <translation>请在此日之前向主管索取新的证书文件。</translation>
    </message>
    <message>
      <source>Bring the file that was handed out, as it was saved, with all its lines and columns. A list of older doses goes in with fieldapp import.</source>
      <translation>请导入当初交出的文件：按原样保存，保留全部行和列。以前的接种清单请用 fieldapp import 导入。</translation>
    </message>
    <message>
      <source>Bring them to the hub today: by a network, a USB stick or a neighbour laptop.</source>
      <translation>请今天送到中心：通过网络、U盘或邻近的电脑。</translation>
    </message>
    <message>
      <source>Bringing the pocket registry was stopped.</source>
      <translation>口袋登记册的下载已停止。</translation>
    </message>
    <message>
      <source>By the book only {there} doses of lot {lot} are there, not {doses}.</source>
      <translation>按账目，批号 {lot} 此处只有 {there} 剂，不是 {doses} 剂。</translation>
    </message>
    <message>
      <source>Check every group of the code, or ask your supervisor for a new one.</source>
      <translation>请逐组核对注册码，或向主管索取新的。</translation>
    </message>
    <message>
      <source>Check the address, and update the older of the two laptops.</source>
      <translation>请核对地址，并更新两台电脑中版本较旧的一台。</translation>
    </message>
    <message>
      <source>Check the date. Then have the pack written again at the hub.</source>
      <translation>请检查日期，然后请中心重新生成数据包。</translation>
    </message>
    <message>
      <source>Check the folder or the stick, and export again.</source>
      <translation>请检查文件夹或U盘，再导出一次。</translation>
    </message>
    <message>
      <source>Check the number; if it is right, count the lot first.</source>
      <translation>请核对数量；若数量无误，请先盘点该批号。</translation>
    </message>
    <message>
      <source>Check this laptop's date, use another network, and tell your supervisor.</source>
      <translation>请检查本机日期，换一个网络，并告知主管。</translation>
    </message>
    <message>
      <source>Check this laptop's date. One sync with the hub is enough.</source>
      <translation>请核对本机日期。与中心同步一次即可恢复。</translation>
    </message>
    <message>
      <source>Check this laptop's date; if it is right, ask for the new certificate file.</source>
      <translation>请核对本机日期；如日期正确，请索取新的证书文件。</translation>
    </message>
    <message>
      <source>Choose a longer one; four unrelated words are good.</source>
      <translation>请选用更长的密码，例如四个互不相关的词。</translation>
    </message>
    <message>
      <source>Choose a reason.</source>
      <translation>请选择原因。</translation>
    </message>
    <message>
      <source>Choose a series of the programme, or ask your supervisor which programme applies.</source>
      <translation>请选择规划中的一个程序，或询问主管适用哪个规划。</translation>
    </message>
    <message>
      <source>Choose another login.</source>
      <translation>请换一个登录名。</translation>
    </message>
    <message>
      <source>Choose another name for the backup.</source>
      <translation>请为备份换一个名称。</translation>
    </message>
    <message>
      <source>Choose one of the users shown, or ask your team lead to add this one.</source>
      <translation>请从列出的用户中选择，或请队长添加此用户。</translation>
    </message>
    <message>
      <source>Choose one, or type its name.</source>
      <translation>请选择一个，或输入名称。</translation>
    </message>
    <message>
      <source>Choose what was seen, then save again.</source>
      <translation>请先选择所见症状，再保存。</translation>
    </message>
    <message>
      <source>Close it first.</source>
      <translation>请先关闭它。</translation>
    </message>
    <message>
      <source>Close other programs that use it, or drop a photo here.</source>
      <translation>请关闭正在使用摄像头的其他程序，或把照片拖到这里。</translation>
    </message>
    <message>
      <source>Close the other program (a virus scanner or file copy, perhaps) and try again.</source>
      <translation>请关闭另一个程序（可能是杀毒或文件复制），再试一次。</translation>
    </message>
    <message>
      <source>Compare it with the code from the hub: eight groups of four letters and digits.</source>
      <translation>请与中心给出的注册码核对：八组，每组四位字母或数字。</translation>
    </message>
    <message>
      <source>Compare the card with the history, and enter what is missing.</source>
      <translation>请将接种卡与接种史核对，补录缺少的剂次。</translation>
    </message>
    <message>
      <source>Compare the dates of both laptops, and let both sync with the hub once.</source>
      <translation>请核对两台电脑的日期，并让两台都与中心同步一次。</translation>
    </message>
    <message>
      <source>Compare the dates of both laptops; one sync of the other one mends the rest.</source>
      <translation>请核对两台电脑的日期；对方与中心同步一次即可恢复。</translation>
    </message>
    <message>
      <source>Connect one, drop a photo here, or scan at the desk.</source>
      <translation>请连接摄像头，把照片拖到这里，或在接种台扫描。</translation>
    </message>
    <message>
      <source>Copy it to the stick again, and take the stick out only when it says so.</source>
      <translation>请重新把它复制到 U 盘，提示可以拔出后再拔 U 盘。</translation>
    </message>
    <message>
      <source>Copy the file to this laptop and import it again; nothing is recorded twice.</source>
      <translation>请把文件复制到本机再导入一次；不会重复记录。</translation>
    </message>
    <message>
      <source>Correct the file in resources/schedules, or restore it from this release.</source>
      <translation>请更正 resources/schedules 中的文件，或从本版本恢复。</translation>
    </message>
    <message>
      <source>Count again, look through the receipts, or say why it differs.</source>
      <translation>请重新清点、核对收据，或说明差额原因。</translation>
    </message>
    <message>
      <source>Count again, or add the vials that were not written down.</source>
      <translation>请重新清点，或补登未写下的疫苗。</translation>
    </message>
    <message>
      <source>Count again, or say why they were wasted.</source>
      <translation>请重新清点，或说明损耗原因。</translation>
    </message>
    <message>
      <source>Count the box and type the number.</source>
      <translation>请清点冷藏箱并输入数量。</translation>
    </message>
    <message>
      <source>Count the cash box and type the amount.</source>
      <translation>请清点钱箱并输入金额。</translation>
    </message>
    <message>
      <source>Delete or move what is not needed; never the folder with the records.</source>
      <translation>请删除或移走不需要的文件，切勿动记录所在的文件夹。</translation>
    </message>
    <message>
      <source>Doses waiting for the hub: {doses}, the oldest for {age}.</source>
      <translation>等待送往中心：{doses}剂，最早的已等{age}。</translation>
    </message>
    <message>
      <source>Drop a photo here, or scan at the desk.</source>
      <translation>请把照片拖到这里，或在接种台扫描。</translation>
    </message>
    <message>
      <source>Enrol it with the code from your supervisor.</source>
      <translation>请用主管给的注册码加入中心。</translation>
    </message>
    <message>
      <source>Enter a day from today on.</source>
      <translation>请输入今天或以后的日期。</translation>
    </message>
    <message>
      <source>Event {event} is not as it was written.</source>
      <translation>第{event}条事件与写入时不一致。</translation>
    </message>
    <message>
      <source>Every record is saved on this laptop; only the second copy is behind.</source>
      <translation>所有记录都已保存在本机；只是第二份副本落后了。</translation>
    </message>
    <message>
      <source>Every step of the set-up is done.</source>
      <translation>设置的每一步都已完成。</translation>
    </message>
    <message>
      <source>Everything is saved on this laptop.</source>
      <translation>所有记录都已保存在本机。</translation>
    </message>
    <message>
      <source>Everything is saved on this laptop. Whatever was handed over until then is safe too.</source>
      <translation>所有记录都已保存在本机，此前已交接的也都安全。</translation>
    </message>
    <message>
      <source>Everything is saved on this laptop; nothing counts as handed in.</source>
      <translation>所有记录都保存在本机；尚不算已上交。</translation>
    </message>
    <message>
      <source>Everything is saved on this laptop; what is not confirmed is still waiting.</source>
      <translation>所有记录都已保存在本机；未确认的仍在等待上传。</translation>
    </message>
    <message>
      <source>Everything is still on this laptop; nothing counts as handed in.</source>
      <translation>所有记录仍在本机，均不算已上交。</translation>
    </message>
    <message>
      <source>Everything on this laptop is confirmed by the hub.</source>
      <translation>本机全部记录均已由中心确认。</translation>
    </message>
    <message>
      <source>Everything on this laptop is confirmed by the hub. The rest of the news (roster) did not arrive; it goes on next time.</source>
      <translation>本机所有记录均已由中心确认。其余更新（名册）未收完，下次同步时继续。</translation>
    </message>
    <message>
      <source>Everything recorded before is saved; this last record was not.</source>
      <translation>之前的记录都已保存；最后这一条没有保存。</translation>
    </message>
    <message>
      <source>Everything recorded before is saved; this record was not.</source>
      <translation>之前的记录都已保存；这一条没有保存。</translation>
    </message>
    <message>
      <source>Everything recorded before is still there; this was not saved.</source>
      <translation>之前的记录都还在；这一条没有保存。</translation>
    </message>
    <message>
      <source>Everything recorded is saved on this laptop.</source>
      <translation>所有记录都已保存在本机。</translation>
    </message>
    <message>
      <source>Everything recorded so far is still saved.</source>
      <translation>到目前为止的记录都仍然保存着。</translation>
    </message>
    <message>
      <source>Everything reported as saved before is on the disk; this last record was not saved.</source>
      <translation>之前显示已保存的记录都在磁盘上；最后这一条没有保存。</translation>
    </message>
    <message>
      <source>Export it from the logger again, as CSV or as the Fridge-tag's own text file.</source>
      <translation>请从温度记录仪重新导出，格式为 CSV 或 Fridge-tag 自带的文本文件。</translation>
    </message>
    <message>
      <source>Give CDC's workbook of test cases as .xlsx, or its sheet of cases as .csv.</source>
      <translation>请提供 CDC 的测试案例工作簿（.xlsx），或其中的案例表（.csv）。</translation>
    </message>
    <message>
      <source>Give a JSON file with a list "cases", or CDC workbook cases with --cdsi FOLDER.</source>
      <translation>请提供含有“cases”列表的 JSON 文件；若用 CDC 的工作簿，请加 --cdsi 文件夹。</translation>
    </message>
    <message>
      <source>Give the folder of CDC's XML files, all of one version.</source>
      <translation>请提供存放 CDC XML 文件的文件夹，文件须为同一版本。</translation>
    </message>
    <message>
      <source>Give the organisation's CA certificate as a .pem file.</source>
      <translation>请提供机构的 CA 证书（.pem 文件）。</translation>
    </message>
    <message>
      <source>Go on with it: Ctrl 0.</source>
      <translation>继续设置：Ctrl 0。</translation>
    </message>
    <message>
      <source>Hand the records in at the hub, or write them to a stick.</source>
      <translation>请到中心上交记录，或写入U盘。</translation>
    </message>
    <message>
      <source>How often this laptop's records were put back or copied: {times}.</source>
      <translation>本机记录被恢复或复制的次数：{times}。</translation>
    </message>
    <message>
      <source>If a dose was given, register the person anew and record it there.</source>
      <translation>如已接种，请重新登记此人，再在新登记下记录。</translation>
    </message>
    <message>
      <source>If a team of ours made it, sync and scan it again. Otherwise enter what it says with F4, as from paper.</source>
      <translation>如为本单位接种队所发，请先同步再扫。否则按纸质卡处理，用 F4 录入卡上内容。</translation>
    </message>
    <message>
      <source>If it is one of your teams', let it sync with the hub once, then meet again.</source>
      <translation>如果它是本单位小队的电脑，请先让它与中心同步一次，再重新交接。</translation>
    </message>
    <message>
      <source>Import it on the real laptop. Practice takes only what practice wrote.</source>
      <translation>请在真实的电脑上导入。练习只接受练习写出的文件。</translation>
    </message>
    <message>
      <source>In town: turn on BitLocker, FileVault or LUKS.</source>
      <translation>回到城里后：请开启 BitLocker、FileVault 或 LUKS。</translation>
    </message>
    <message>
      <source>Install the program again with its own libraries (sqlcipher3 0.6.4 or newer).</source>
      <translation>请连同自带的库（sqlcipher3 0.6.4 或更新）重新安装程序。</translation>
    </message>
    <message>
      <source>It is not said which refrigerator or box this is.</source>
      <translation>没有说明是哪台冰箱或哪个冷藏箱。</translation>
    </message>
    <message>
      <source>It was not opened, and nothing in it was changed.</source>
      <translation>没有打开，其中内容未作任何改动。</translation>
    </message>
    <message>
      <source>It was not put on board.</source>
      <translation>没有装入冷藏箱。</translation>
    </message>
    <message>
      <source>It was not taken into use.</source>
      <translation>没有启用。</translation>
    </message>
    <message>
      <source>It was not touched, and no backup was made.</source>
      <translation>原文件未被改动，也没有生成备份。</translation>
    </message>
    <message>
      <source>Join a network, or close the other program, then switch listening on again.</source>
      <translation>请连接网络或关闭占用的程序，然后重新开启等候。</translation>
    </message>
    <message>
      <source>Join a real laptop to the real hub. Practice brings a hub of its own.</source>
      <translation>真实的电脑请加入真实的中心。练习自带中心。</translation>
    </message>
    <message>
      <source>Join again when there is a network: the code stays good. Or ask by stick: “No network here”; on the command line `--to FOLDER`.</source>
      <translation>有网络时请再次入网：入网码仍然有效。也可以用 U 盘申请：“此处没有网络”；命令行用 `--to FOLDER`。</translation>
    </message>
    <message>
      <source>Keep it aside and tell your supervisor.</source>
      <translation>请放在一边，并告知主管。</translation>
    </message>
    <message>
      <source>Keep recording and update the program. Until then records can go by USB stick.</source>
      <translation>请继续记录并更新程序。在此之前可用U盘传送记录。</translation>
    </message>
    <message>
      <source>Keep recording, write the records to a USB stick, and tell your supervisor.</source>
      <translation>请继续记录，把记录写入U盘，并告知主管。</translation>
    </message>
    <message>
      <source>Keep the sheet with the rows alone, delete all that is empty beside and below it, and split it into files of at most 100,000 rows; then import them one after another.</source>
      <translation>只保留含有数据行的工作表，删除其右侧和下方的空白内容，再拆分成每个不超过 10 万行的文件，逐个导入。</translation>
    </message>
    <message>
      <source>Keep this disk as it is, make a backup, and call your supervisor.</source>
      <translation>请保持此磁盘原样，做一份备份，并联系主管。</translation>
    </message>
    <message>
      <source>Keep this disk as it is, restore the newest backup, and call your supervisor.</source>
      <translation>请保持此磁盘原样，恢复最新备份，并联系主管。</translation>
    </message>
    <message>
      <source>Keep working, and meet again.</source>
      <translation>请继续工作，稍后再交接。</translation>
    </message>
    <message>
      <source>Keep working, and update the program when you can.</source>
      <translation>请继续工作，方便时更新程序。</translation>
    </message>
    <message>
      <source>Keep working: it will be sent later, in smaller pieces.</source>
      <translation>请继续工作：稍后会分成更小的部分上传。</translation>
    </message>
    <message>
      <source>Keep working: it will be sent later.</source>
      <translation>请继续工作：稍后会自动上传。</translation>
    </message>
    <message>
      <source>Keep working: it will be sent later. If this lasts a day, tell your supervisor.</source>
      <translation>请继续工作：稍后会自动上传。如持续一天，请告知主管。</translation>
    </message>
    <message>
      <source>Keep working: it will be tried again. If this lasts a day, tell your supervisor.</source>
      <translation>请继续工作：稍后会再试。如持续一天，请告知主管。</translation>
    </message>
    <message>
      <source>Keep working: the next sync asks the hub what it has and goes on from there.</source>
      <translation>请继续工作：下次同步会询问中心已有哪些，并从那里继续。</translation>
    </message>
    <message>
      <source>Let this laptop ask, and have a pack written at the hub from its request.</source>
      <translation>请让本机提出申请，再由中心按该申请生成数据包。</translation>
    </message>
    <message>
      <source>Log in to the laptop as usual, or use the organisation's recovery key.</source>
      <translation>请照常登录电脑，或使用单位的恢复密钥。</translation>
    </message>
    <message>
      <source>Log in to the network in a browser or use another network, then sync again.</source>
      <translation>请在浏览器中登录该网络，或换一个网络，再同步。</translation>
    </message>
    <message>
      <source>Look at both people again.</source>
      <translation>请再次核对这两个人。</translation>
    </message>
    <message>
      <source>Look at its name, and in which folder it is.</source>
      <translation>请检查文件名，以及它在哪个文件夹中。</translation>
    </message>
    <message>
      <source>Look at the board again.</source>
      <translation>请再看一下留观名单。</translation>
    </message>
    <message>
      <source>Look at the list of movements again, or count the lot.</source>
      <translation>请再看一下出入库记录，或盘点该批号。</translation>
    </message>
    <message>
      <source>Look at the lot again and choose a reason.</source>
      <translation>请再看一下该批号，并选择原因。</translation>
    </message>
    <message>
      <source>Look at the open vials again.</source>
      <translation>请再看一下已开启的疫苗瓶。</translation>
    </message>
    <message>
      <source>Look at the person's calls again.</source>
      <translation>请再看一遍此人的通话记录。</translation>
    </message>
    <message>
      <source>Look at the person's history again.</source>
      <translation>请再查看此人的接种史。</translation>
    </message>
    <message>
      <source>Look at the person's record again.</source>
      <translation>请再次查看此人的登记信息。</translation>
    </message>
    <message>
      <source>Look at the record again.</source>
      <translation>请再次查看该记录。</translation>
    </message>
    <message>
      <source>Look for a laptop of your own teams.</source>
      <translation>请找本单位小队的电脑。</translation>
    </message>
    <message>
      <source>Look for a network today, or write a USB stick in the sync room.</source>
      <translation>请今天找到网络，或在“同步”中写入U盘。</translation>
    </message>
    <message>
      <source>Look for the file that ends in .vxr and was written where the stick was read.</source>
      <translation>请找以 .vxr 结尾的文件，它写在读取U盘的地方。</translation>
    </message>
    <message>
      <source>Lot {lot} does not add up: {loaded} loaded, {given} given, {wasted} wasted, {returned} returned. {missing} missing.</source>
      <translation>批号 {lot} 对不上：装载 {loaded}，接种 {given}，损耗 {wasted}，退回 {returned}，缺 {missing} 剂。</translation>
    </message>
    <message>
      <source>Lot {lot} does not add up: {loaded} loaded, {given} given, {wasted} wasted, {returned} returned. {over} too many.</source>
      <translation>批号 {lot} 对不上：装载 {loaded}，接种 {given}，损耗 {wasted}，退回 {returned}，多 {over} 剂。</translation>
    </message>
    <message>
      <source>Lot {lot} is held back and must not be used.</source>
      <translation>批号 {lot} 已暂停使用，不得接种。</translation>
    </message>
    <message>
      <source>Lot {lot} is recalled and must not be used.</source>
      <translation>批号 {lot} 已召回，不得使用。</translation>
    </message>
    <message>
      <source>Lot {lot} was not counted yet.</source>
      <translation>批号 {lot} 尚未清点。</translation>
    </message>
    <message>
      <source>Lot {lot} was recalled and must not be used.</source>
      <translation>批号 {lot} 已被召回，不得使用。</translation>
    </message>
    <message>
      <source>Make a backup, stop using this disk, and call your supervisor.</source>
      <translation>请做一份备份，停用此磁盘，并联系主管。</translation>
    </message>
    <message>
      <source>Make it shorter and try again.</source>
      <translation>请缩短后再试。</translation>
    </message>
    <message>
      <source>Make room now; never delete the folder with the records.</source>
      <translation>请立即腾出空间，切勿删除记录所在的文件夹。</translation>
    </message>
    <message>
      <source>Make room on it, or choose another. You can go on recording.</source>
      <translation>请腾出空间，或另选一张。您可以继续记录。</translation>
    </message>
    <message>
      <source>Make room on the disk and record it again. Write it on paper until then.</source>
      <translation>请腾出磁盘空间后重新记录。在此之前请先写在纸上。</translation>
    </message>
    <message>
      <source>Make room on the disk, then close the program and open it again.</source>
      <translation>请腾出磁盘空间，然后关闭程序再重新打开。</translation>
    </message>
    <message>
      <source>Make room on the disk; it is made again by itself.</source>
      <translation>请腾出磁盘空间，备用空间会自动恢复。</translation>
    </message>
    <message>
      <source>Meet again. If it happens twice, use a stick and tell your supervisor.</source>
      <translation>请再交接一次。如果再次出现，请改用U盘并告知主管。</translation>
    </message>
    <message>
      <source>Name another lead first.</source>
      <translation>请先指定另一位队长。</translation>
    </message>
    <message>
      <source>Name one of these: {known}.</source>
      <translation>请指定其中之一：{known}。</translation>
    </message>
    <message>
      <source>No camera is connected to this laptop.</source>
      <translation>本机没有连接摄像头。</translation>
    </message>
    <message>
      <source>No operation is open.</source>
      <translation>当前没有进行中的接种场次。</translation>
    </message>
    <message>
      <source>No other laptop of this hub was found on this network.</source>
      <translation>在此网络上没有找到本中心的其他电脑。</translation>
    </message>
    <message>
      <source>No second copy is kept: what has not been sent is on this laptop alone.</source>
      <translation>没有第二份副本：未送出的记录只在本机上。</translation>
    </message>
    <message>
      <source>No session is open, so there is none to write a workbook of.</source>
      <translation>没有进行中的场次，无法导出工作簿。</translation>
    </message>
    <message>
      <source>No session was opened on this laptop yet.</source>
      <translation>本机尚未开启过接种场次。</translation>
    </message>
    <message>
      <source>No temperature was taken over and the file was not changed.</source>
      <translation>没有导入任何温度，文件未被改动。</translation>
    </message>
    <message>
      <source>Nobody can give a role that is above their own.</source>
      <translation>不能授予高于自己的角色。</translation>
    </message>
    <message>
      <source>Nobody else can unlock this laptop, so this person stays.</source>
      <translation>没有其他人能解锁本机，因此不能停用此人。</translation>
    </message>
    <message>
      <source>Nobody in this laptop's records fits these words.</source>
      <translation>本机记录中没有符合这些文字的人。</translation>
    </message>
    <message>
      <source>Nobody whom this laptop knows has signed this card.</source>
      <translation>此卡的签发方不在本机的可信名单中。</translation>
    </message>
    <message>
      <source>Nothing needs doing: the newer one stays in force.</source>
      <translation>无需处理：较新的名单继续有效。</translation>
    </message>
    <message>
      <source>Nothing needs doing: the next sync brings the missing part.</source>
      <translation>无需处理：下次同步会补上缺少的部分。</translation>
    </message>
    <message>
      <source>Nothing recorded is affected, and no half-written file was left under that name.</source>
      <translation>已有记录不受影响，也没有留下写了一半的文件。</translation>
    </message>
    <message>
      <source>Nothing recorded is affected.</source>
      <translation>已有记录不受影响。</translation>
    </message>
    <message>
      <source>Nothing recorded is affected. The file is still there.</source>
      <translation>记录不受影响。文件仍在原处。</translation>
    </message>
    <message>
      <source>Nothing recorded is affected; other programmes still work.</source>
      <translation>已有记录不受影响；其他规划仍可使用。</translation>
    </message>
    <message>
      <source>Nothing recorded is affected; the programmes of this release still work.</source>
      <translation>已有记录不受影响；本版本自带的规划仍可使用。</translation>
    </message>
    <message>
      <source>Nothing to do.</source>
      <translation>无需处理。</translation>
    </message>
    <message>
      <source>Nothing was changed on this laptop, and nothing was sent.</source>
      <translation>本机没有任何改动，也没有发送任何内容。</translation>
    </message>
    <message>
      <source>Nothing was changed on this laptop.</source>
      <translation>本机未作任何改动。</translation>
    </message>
    <message>
      <source>Nothing was changed on this laptop; doses can be recorded on it already.</source>
      <translation>这台电脑没有任何改变；现在就可以在上面记录接种。</translation>
    </message>
    <message>
      <source>Nothing was changed, and every record is where it was.</source>
      <translation>没有作任何更改，所有记录都完好。</translation>
    </message>
    <message>
      <source>Nothing was changed, and no empty journal was put in their place.</source>
      <translation>未作任何改动，也没有用空白记录代替。</translation>
    </message>
    <message>
      <source>Nothing was changed, and no file was written.</source>
      <translation>没有更改任何内容，也没有写出文件。</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>未作任何改动。</translation>
    </message>
    <message>
      <source>Nothing was changed; what is on this laptop stays.</source>
      <translation>没有任何更改；本机上已有的保持不变。</translation>
    </message>
    <message>
      <source>Nothing was decided.</source>
      <translation>没有作出判断。</translation>
    </message>
    <message>
      <source>Nothing was imported and the file was not changed.</source>
      <translation>没有导入任何内容，文件也未改动。</translation>
    </message>
    <message>
      <source>Nothing was opened.</source>
      <translation>没有打开任何内容。</translation>
    </message>
    <message>
      <source>Nothing was recorded for them.</source>
      <translation>没有为此人记录任何内容。</translation>
    </message>
    <message>
      <source>Nothing was recorded, and the form is kept as it is.</source>
      <translation>未作任何记录，表单内容已保留。</translation>
    </message>
    <message>
      <source>Nothing was recorded.</source>
      <translation>没有记录任何内容。</translation>
    </message>
    <message>
      <source>Nothing was saved from it, and nothing recorded here has changed.</source>
      <translation>没有从中保存任何内容，本机记录也没有改动。</translation>
    </message>
    <message>
      <source>Nothing was sent and this laptop joined no hub.</source>
      <translation>没有发送任何内容，本机也没有加入任何中心。</translation>
    </message>
    <message>
      <source>Nothing was sent.</source>
      <translation>没有发送任何内容。</translation>
    </message>
    <message>
      <source>Nothing was sent. Everything recorded is saved on this laptop.</source>
      <translation>没有发送任何内容。所有记录都已保存在本机。</translation>
    </message>
    <message>
      <source>Nothing was taken from it, and nothing recorded here has changed.</source>
      <translation>没有采用其中任何内容，本机记录也没有改动。</translation>
    </message>
    <message>
      <source>Nothing was taken from it.</source>
      <translation>未采用卡上任何内容。</translation>
    </message>
    <message>
      <source>Nothing was taken from it: whoever has that laptop can sign anything, with any date.</source>
      <translation>未采用卡上任何内容：持有该笔记本的人可以签发任意内容和日期。</translation>
    </message>
    <message>
      <source>Nothing was tested.</source>
      <translation>没有进行测试。</translation>
    </message>
    <message>
      <source>Nothing was tried.</source>
      <translation>尚未进行任何操作。</translation>
    </message>
    <message>
      <source>Nothing was written down.</source>
      <translation>没有写入任何记录。</translation>
    </message>
    <message>
      <source>Nothing was written twice.</source>
      <translation>没有重复写入。</translation>
    </message>
    <message>
      <source>Nothing was written.</source>
      <translation>没有写入任何内容。</translation>
    </message>
    <message>
      <source>On this day the dose cannot have been given.</source>
      <translation>这一天不可能接种该剂次。</translation>
    </message>
    <message>
      <source>Only {free} are free on the disk with the records.</source>
      <translation>记录所在磁盘只剩{free}。</translation>
    </message>
    <message>
      <source>Open one first.</source>
      <translation>请先开启一个场次。</translation>
    </message>
    <message>
      <source>Open the journal that is there, or choose an empty folder.</source>
      <translation>请打开其中已有的记录，或选择一个空文件夹。</translation>
    </message>
    <message>
      <source>Open the next one.</source>
      <translation>请开启下一场次。</translation>
    </message>
    <message>
      <source>Open the person by scanning the same document.</source>
      <translation>请扫描同一证件打开此人。</translation>
    </message>
    <message>
      <source>Open the person's history and report the reaction at the right dose.</source>
      <translation>请打开此人的接种史，在正确的剂次上报告反应。</translation>
    </message>
    <message>
      <source>Open the session first, or name an earlier one.</source>
      <translation>请先开启场次，或指定以前的场次。</translation>
    </message>
    <message>
      <source>Operation {operation} was used before, on {day}. Number {free} is free.</source>
      <translation>第 {operation} 场的编号已于 {day} 用过，{free} 号可用。</translation>
    </message>
    <message>
      <source>PINs are bound to this machine: a copied disk opens nowhere else.</source>
      <translation>PIN 与本机绑定：复制的磁盘在别处无法打开。</translation>
    </message>
    <message>
      <source>People are still being watched: {count}.</source>
      <translation>仍有 {count} 人在留观。</translation>
    </message>
    <message>
      <source>Pick a photo (JPEG or PNG), or scan at the desk.</source>
      <translation>请选择照片（JPEG 或 PNG），或在接种台扫描。</translation>
    </message>
    <message>
      <source>Plug the laptop in now. Everything recorded is saved at every moment.</source>
      <translation>请立即接通电源。已记录的内容随时都已保存。</translation>
    </message>
    <message>
      <source>Plug the laptop in soon. Everything recorded is saved at every moment.</source>
      <translation>请尽快接通电源。已记录的内容随时都已保存。</translation>
    </message>
    <message>
      <source>Practice and real work stay apart: only one of this laptop and the hub is real.</source>
      <translation>练习与真实工作互不相通：本机和中心只有一个是真实的。</translation>
    </message>
    <message>
      <source>Put a card in and choose it in the sync room.</source>
      <translation>请插入存储卡，并在“同步”中选择它。</translation>
    </message>
    <message>
      <source>Put back the disk or card with the records, or restore a backup.</source>
      <translation>请插回存有记录的磁盘或存储卡，或恢复备份。</translation>
    </message>
    <message>
      <source>Put it aside for your supervisor and scan another vial.</source>
      <translation>请放在一边交给主管，另扫一支疫苗。</translation>
    </message>
    <message>
      <source>Put it back, start again, and use paper until then.</source>
      <translation>请装回磁盘并重新启动，在此之前用纸记录。</translation>
    </message>
    <message>
      <source>Put it back; it catches up by itself.</source>
      <translation>请插回，会自动补齐。</translation>
    </message>
    <message>
      <source>Put it in again, or choose another. You can go on recording.</source>
      <translation>请重新插入，或另选一张。您可以继续记录。</translation>
    </message>
    <message>
      <source>Put the stick back in, or delete the file in the system's own file window.</source>
      <translation>请插回 U 盘，或在系统的文件窗口中删除。</translation>
    </message>
    <message>
      <source>Put the stick in and read it once more: it goes on.</source>
      <translation>请插好 U 盘再读一次，会接着上次继续。</translation>
    </message>
    <message>
      <source>Put these vials aside for your supervisor and take others.</source>
      <translation>请将这些疫苗另放并交主管处理，改用其他疫苗。</translation>
    </message>
    <message>
      <source>Read the date on the card again.</source>
      <translation>请再次核对接种卡上的日期。</translation>
    </message>
    <message>
      <source>Receipts came back on a stick.</source>
      <translation>回执已由U盘带回。</translation>
    </message>
    <message>
      <source>Record it again now: a reserve was let go for it. Then make room on the disk.</source>
      <translation>请现在重新记录：已为此释放备用空间。然后请腾出磁盘空间。</translation>
    </message>
    <message>
      <source>Record it on paper, make a backup now, and have the disk looked at.</source>
      <translation>请先记在纸上，立即备份，并请人检查磁盘。</translation>
    </message>
    <message>
      <source>Records erased by law may still stand in unused places of the disk: {events}.</source>
      <translation>依法删除的记录可能仍残留在磁盘的空闲区域：{events} 条。</translation>
    </message>
    <message>
      <source>Records of people whom the hub erased by law are gone from this laptop: {events}.</source>
      <translation>中心依法删除的人员记录已从本机清除：{events} 条。</translation>
    </message>
    <message>
      <source>Release them on the watch board, or say how they left.</source>
      <translation>请在留观板上让其离开，或注明其离开方式。</translation>
    </message>
    <message>
      <source>Restore the file resources/aefi/codes.json of this release.</source>
      <translation>请恢复本版本的文件 resources/aefi/codes.json。</translation>
    </message>
    <message>
      <source>Restore the file resources/calls/rules.json of this release.</source>
      <translation>请恢复此版本中的文件 resources/calls/rules.json。</translation>
    </message>
    <message>
      <source>Restore the file resources/catalogue/vaccines.json of this release.</source>
      <translation>请恢复本版本的 resources/catalogue/vaccines.json 文件。</translation>
    </message>
    <message>
      <source>Restore the file resources/screening/questions.json of this release.</source>
      <translation>请恢复本版本的 resources/screening/questions.json 文件。</translation>
    </message>
    <message>
      <source>Restore the file resources/stock/rules.json of this release.</source>
      <translation>请恢复本版本的文件 resources/stock/rules.json。</translation>
    </message>
    <message>
      <source>Restore the files under resources/fees of this release.</source>
      <translation>请恢复本版本 resources/fees 下的文件。</translation>
    </message>
    <message>
      <source>Save it again as CSV (UTF-8) or .xlsx with the column names in the first line.</source>
      <translation>请另存为 CSV（UTF-8）或 .xlsx，第一行为列名。</translation>
    </message>
    <message>
      <source>Scan it once more. If it is refused again, ask for another proof.</source>
      <translation>请再扫一次。如仍不通过，请出示其他证明。</translation>
    </message>
    <message>
      <source>Scan the next vial, then record again.</source>
      <translation>请扫描下一支疫苗，再重新记录。</translation>
    </message>
    <message>
      <source>Scan the person's document again.</source>
      <translation>请重新扫描此人的证件。</translation>
    </message>
    <message>
      <source>Scanners and photos work without it.</source>
      <translation>扫码枪和照片不受影响。</translation>
    </message>
    <message>
      <source>Scanning by camera is not installed on this laptop.</source>
      <translation>本机未安装摄像头扫码功能。</translation>
    </message>
    <message>
      <source>See that the folder exists, has room and may be written to, or choose another.</source>
      <translation>请确认文件夹存在、有空间且可写，或另选一个。</translation>
    </message>
    <message>
      <source>See that the other laptop listens and is on the same network, then try again.</source>
      <translation>请确认另一台电脑已开启等候并连接同一网络，然后重试。</translation>
    </message>
    <message>
      <source>See that the other laptop listens, or type the address that it shows.</source>
      <translation>请确认另一台电脑已开启等候，或输入它显示的地址。</translation>
    </message>
    <message>
      <source>See that the stick is in, has room and may be written to, then try again.</source>
      <translation>请确认U盘已插好、有空间且可写入，然后重试。</translation>
    </message>
    <message>
      <source>See the files in resources/schedules.</source>
      <translation>请查看 resources/schedules 中的文件。</translation>
    </message>
    <message>
      <source>Set date and time of this laptop; go on recording meanwhile.</source>
      <translation>请校正本机日期和时间，期间可以继续记录。</translation>
    </message>
    <message>
      <source>Set the date and time of this laptop, then sync again.</source>
      <translation>请调整本机日期和时间，再同步。</translation>
    </message>
    <message>
      <source>Shorten the note and record it again.</source>
      <translation>请缩短备注后重新记录。</translation>
    </message>
    <message>
      <source>Something on the way to the hub refuses requests of this size.</source>
      <translation>通往中心的途中拒绝了这么大的请求。</translation>
    </message>
    <message>
      <source>Start it again when the line is good.</source>
      <translation>等线路好时再开始。</translation>
    </message>
    <message>
      <source>Start the newer version, or update this one.</source>
      <translation>请启动较新的版本，或更新本程序。</translation>
    </message>
    <message>
      <source>Steps of the set-up that were left for later: {left}.</source>
      <translation>留待以后的设置步骤：{left} 个。</translation>
    </message>
    <message>
      <source>Sync again when a network is there: it goes on where it stopped.</source>
      <translation>有网络时请再次同步：会从中断处继续。</translation>
    </message>
    <message>
      <source>Sync again when you like; it goes on from where it was.</source>
      <translation>可随时再次同步，会从中断处继续。</translation>
    </message>
    <message>
      <source>Sync when a network is there, or read a roster from a stick: doses may be newer.</source>
      <translation>有网络时请同步，或从 U 盘读取名册：可能已有更新的接种。</translation>
    </message>
    <message>
      <source>Sync with that hub, or call your supervisor.</source>
      <translation>请与该中心同步，或联系主管。</translation>
    </message>
    <message>
      <source>Sync with the hub once; from then on neighbours can be met without it.</source>
      <translation>请与中心同步一次，此后无网络也可与邻近电脑交接。</translation>
    </message>
    <message>
      <source>Sync with the hub: what is held for others goes with it.</source>
      <translation>请与中心同步，代为保管的记录会一并上交。</translation>
    </message>
    <message>
      <source>Sync, or read a roster from a stick. Recording goes on as ever.</source>
      <translation>请同步，或从 U 盘读取名册。登记照常进行。</translation>
    </message>
    <message>
      <source>Sync, then scan it again. Until then enter what it says with F4, as from paper.</source>
      <translation>请同步后再扫。在此之前按纸质卡处理，用 F4 录入卡上内容。</translation>
    </message>
    <message>
      <source>Take a file of a real laptop. What was practised stays in practice.</source>
      <translation>请使用真实电脑写出的文件。练习的内容只留在练习中。</translation>
    </message>
    <message>
      <source>Take another lot, or ask your supervisor about this one.</source>
      <translation>请换用其他批号，或向主管询问此批号。</translation>
    </message>
    <message>
      <source>Take it to the team whose name stands at its top, or send it to your supervisor.</source>
      <translation>请交给工作簿顶端所写的接种队，或发给主管。</translation>
    </message>
    <message>
      <source>Take the free number, or look which operation this is.</source>
      <translation>请使用可用的编号，或核实这是第几场。</translation>
    </message>
    <message>
      <source>Tell your supervisor where this laptop is.</source>
      <translation>请告知主管这台电脑在哪里。</translation>
    </message>
    <message>
      <source>Tell your supervisor. Nothing is numbered twice.</source>
      <translation>请告知主管。编号不会重复。</translation>
    </message>
    <message>
      <source>That PIN is not right.</source>
      <translation>密码不正确。</translation>
    </message>
    <message>
      <source>The answer did not come from the hub, so it was not believed.</source>
      <translation>应答不是来自中心，因此未予采信。</translation>
    </message>
    <message>
      <source>The answer was far too long to come from the hub, so it was not read.</source>
      <translation>应答过长，不可能来自中心，因此没有读取。</translation>
    </message>
    <message>
      <source>The backup could not be written there.</source>
      <translation>无法在那里写入备份。</translation>
    </message>
    <message>
      <source>The battery is at {percent} % and nothing charges it.</source>
      <translation>电池剩余{percent}%，且未在充电。</translation>
    </message>
    <message>
      <source>The battery is at {percent} %.</source>
      <translation>电池剩余{percent}%。</translation>
    </message>
    <message>
      <source>The battery is nearly empty: {percent} %.</source>
      <translation>电池即将耗尽：{percent}%。</translation>
    </message>
    <message>
      <source>The camera cannot be used: {why}.</source>
      <translation>无法使用摄像头：{why}。</translation>
    </message>
    <message>
      <source>The card or stick of the second copy is in.</source>
      <translation>第二份副本的存储卡或U盘已插入。</translation>
    </message>
    <message>
      <source>The card or stick of the second copy is not in.</source>
      <translation>第二份副本的存储卡或U盘未插入。</translation>
    </message>
    <message>
      <source>The card’s signature holds, but nothing was taken from it.</source>
      <translation>卡的签名有效，但未采用卡上内容。</translation>
    </message>
    <message>
      <source>The case file {file} cannot be read: {why}.</source>
      <translation>无法读取案例文件 {file}：{why}。</translation>
    </message>
    <message>
      <source>The cash does not add up: {expected} should be there, {counted} was counted.</source>
      <translation>现金对不上：应有 {expected}，清点为 {counted}。</translation>
    </message>
    <message>
      <source>The cash was not counted yet.</source>
      <translation>现金尚未清点。</translation>
    </message>
    <message>
      <source>The certificate file {file} cannot be read.</source>
      <translation>无法读取证书文件 {file}。</translation>
    </message>
    <message>
      <source>The certificate of the hub's organisation cannot be read.</source>
      <translation>中心所属单位的证书无法读取。</translation>
    </message>
    <message>
      <source>The clock agrees with the records.</source>
      <translation>时钟与记录相符。</translation>
    </message>
    <message>
      <source>The clock stands earlier than the newest record: its times are marked as doubtful.</source>
      <translation>时钟早于最新记录，其时间已标为可疑。</translation>
    </message>
    <message>
      <source>The connection broke before the hub answered.</source>
      <translation>中心应答之前连接中断。</translation>
    </message>
    <message>
      <source>The connection to the other laptop broke off.</source>
      <translation>与另一台电脑的连接中断了。</translation>
    </message>
    <message>
      <source>The database library here is SQLite {found}; {needed} or newer is needed.</source>
      <translation>此处的数据库为 SQLite {found}，需要 {needed} 或更新版本。</translation>
    </message>
    <message>
      <source>The disk did not do what was asked of it ({fault}).</source>
      <translation>磁盘没有完成操作（{fault}）。</translation>
    </message>
    <message>
      <source>The disk does not give back what was written to it.</source>
      <translation>磁盘读出的内容与写入的不一致。</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>磁盘已满。</translation>
    </message>
    <message>
      <source>The disk with the records cannot be written to.</source>
      <translation>存放记录的磁盘无法写入。</translation>
    </message>
    <message>
      <source>The disk with the records does not answer.</source>
      <translation>记录所在磁盘没有响应。</translation>
    </message>
    <message>
      <source>The disk with the records is nearly full: {free} are free.</source>
      <translation>记录所在磁盘快满了，只剩{free}。</translation>
    </message>
    <message>
      <source>The fee rule cannot be used: {where} is missing or wrong.</source>
      <translation>收费规则无法使用：{where} 缺失或有误。</translation>
    </message>
    <message>
      <source>The file {file} cannot be read: {why}.</source>
      <translation>无法读取文件 {file}：{why}。</translation>
    </message>
    <message>
      <source>The file {file} cannot be taken back as a workbook: {why}.</source>
      <translation>文件 {file} 不能作为工作簿导入：{why}。</translation>
    </message>
    <message>
      <source>The file {file} could not be deleted: {why}.</source>
      <translation>无法删除文件 {file}：{why}。</translation>
    </message>
    <message>
      <source>The file {file} could not be written: {why}.</source>
      <translation>无法写入文件 {file}：{why}。</translation>
    </message>
    <message>
      <source>The file {file} was written in practice, about made-up people.</source>
      <translation>文件 {file} 是在练习中写出的，内容是虚构人员。</translation>
    </message>
    <message>
      <source>The form is kept as it is.</source>
      <translation>表单内容已保留。</translation>
    </message>
    <message>
      <source>The good rows are recorded.</source>
      <translation>正确的行已经记录。</translation>
    </message>
    <message>
      <source>The hub answered but confirmed nothing new.</source>
      <translation>中心已应答，但没有新的确认。</translation>
    </message>
    <message>
      <source>The hub confirmed all that was there; what was recorded meanwhile waits.</source>
      <translation>中心已确认当时的全部记录；其间新记的等待下次同步。</translation>
    </message>
    <message>
      <source>The hub could not be reached, so this laptop has not joined it yet.</source>
      <translation>无法连接中心，因此这台电脑尚未入网。</translation>
    </message>
    <message>
      <source>The hub could not be reached.</source>
      <translation>无法连接中心。</translation>
    </message>
    <message>
      <source>The hub could not read what was sent.</source>
      <translation>中心无法读取所发送的内容。</translation>
    </message>
    <message>
      <source>The hub did not accept this enrolment code.</source>
      <translation>中心不接受此注册码。</translation>
    </message>
    <message>
      <source>The hub did not answer in time.</source>
      <translation>中心没有及时应答。</translation>
    </message>
    <message>
      <source>The hub does not know this laptop.</source>
      <translation>中心不认识本机。</translation>
    </message>
    <message>
      <source>The hub had a fault of its own.</source>
      <translation>中心自身出现故障。</translation>
    </message>
    <message>
      <source>The hub had been put back to an older state. It got again what it lacked: everything on this laptop is confirmed.</source>
      <translation>中心曾恢复到较早的状态，所缺的记录已重新上传：本机所有记录均已确认。</translation>
    </message>
    <message>
      <source>The hub has closed the other laptop's access. Nothing was told or handed over.</source>
      <translation>中心已停用另一台电脑。没有透露或交接任何内容。</translation>
    </message>
    <message>
      <source>The hub has closed this laptop's access.</source>
      <translation>中心已关闭本机的访问权限。</translation>
    </message>
    <message>
      <source>The hub has confirmed everything that was recorded.</source>
      <translation>已记录的内容中心全部确认。</translation>
    </message>
    <message>
      <source>The hub has no pocket registry to give just now.</source>
      <translation>中心目前没有可提供的口袋登记册。</translation>
    </message>
    <message>
      <source>The hub has not answered since this laptop joined.</source>
      <translation>自加入以来，中心还没有应答过。</translation>
    </message>
    <message>
      <source>The hub has records of this laptop that are not here: it was copied or put back. Both are counted once. Tell your supervisor.</source>
      <translation>中心有本机没有的本机记录：本机曾被复制或回退。两边都只计一次。请告知主管。</translation>
    </message>
    <message>
      <source>The hub is busy and asked this laptop to come back later.</source>
      <translation>中心繁忙，请稍后再试。</translation>
    </message>
    <message>
      <source>The hub last answered {age} ago.</source>
      <translation>中心上次应答是在{age}前。</translation>
    </message>
    <message>
      <source>The hub no longer understands this version of the program.</source>
      <translation>中心已不支持本程序的版本。</translation>
    </message>
    <message>
      <source>The hub refused this laptop's time.</source>
      <translation>中心不接受本机的时间。</translation>
    </message>
    <message>
      <source>The hub's address {url} is not encrypted, so it is not used.</source>
      <translation>中心地址 {url} 未加密，因此不使用。</translation>
    </message>
    <message>
      <source>The hub's answer broke off half-way.</source>
      <translation>中心的应答中途断开。</translation>
    </message>
    <message>
      <source>The hub's certificate authority ended on {day}: no network can reach the hub now.</source>
      <translation>中心的证书已于{day}到期，现在无法通过网络连接中心。</translation>
    </message>
    <message>
      <source>The hub's certificate authority ends on {day}.</source>
      <translation>中心的证书将于{day}到期。</translation>
    </message>
    <message>
      <source>The hub's certificate authority is valid until {day}.</source>
      <translation>中心的证书有效期至{day}。</translation>
    </message>
    <message>
      <source>The journal is damaged: {what}.</source>
      <translation>记录文件已损坏：{what}。</translation>
    </message>
    <message>
      <source>The laptop of {team} that signed this card was shut out on {day}.</source>
      <translation>签发此卡的“{team}”笔记本已于 {day} 被停用。</translation>
    </message>
    <message>
      <source>The list of reactions cannot be used: {where} is missing or wrong.</source>
      <translation>反应代码表无法使用：{where} 缺失或有误。</translation>
    </message>
    <message>
      <source>The monitor of lot {lot} is at its discard point: stage {stage}.</source>
      <translation>批号 {lot} 的疫苗瓶温度标签（VVM）已到弃用点：第 {stage} 级。</translation>
    </message>
    <message>
      <source>The neighbour brought a list that does not hold. It changed nothing here.</source>
      <translation>邻近电脑带来了一份未通过核验的清单，本机未作任何改动。</translation>
    </message>
    <message>
      <source>The one that is on this laptop stays; no record is touched.</source>
      <translation>本机上原有的登记册保留；没有动任何记录。</translation>
    </message>
    <message>
      <source>The operation could not be completed.</source>
      <translation>操作未能完成。</translation>
    </message>
    <message>
      <source>The operation stays open. Nothing was changed.</source>
      <translation>场次仍在进行，未作任何更改。</translation>
    </message>
    <message>
      <source>The other laptop belongs to another hub. Nothing was told or handed over.</source>
      <translation>另一台电脑属于其他中心。没有透露或交接任何内容。</translation>
    </message>
    <message>
      <source>The other laptop did not accept this one as one of ours.</source>
      <translation>另一台电脑没有认可本机的身份。</translation>
    </message>
    <message>
      <source>The other laptop did not prove that it is one of ours. Nothing was handed over.</source>
      <translation>另一台电脑未能证明属于本中心。没有交接任何内容。</translation>
    </message>
    <message>
      <source>The other laptop has no room to hold more for its neighbours.</source>
      <translation>另一台电脑已没有空间代为保管更多记录。</translation>
    </message>
    <message>
      <source>The other laptop has not reached the hub for too long. Nothing was handed over.</source>
      <translation>另一台电脑太久没有联系中心。没有交接任何内容。</translation>
    </message>
    <message>
      <source>The other laptop is busy with another sync.</source>
      <translation>另一台电脑正在同步。</translation>
    </message>
    <message>
      <source>The other side did not prove to be our hub ({why}). Nothing was sent.</source>
      <translation>对方未能证明是本单位的中心（{why}）。没有发送任何内容。</translation>
    </message>
    <message>
      <source>The pack {file} answers another laptop that was given the same code.</source>
      <translation>数据包 {file} 对应的是使用同一注册码的另一台电脑。</translation>
    </message>
    <message>
      <source>The pack {file} could not be read to its end.</source>
      <translation>数据包 {file} 没有读完。</translation>
    </message>
    <message>
      <source>The pack {file} is damaged or cut short.</source>
      <translation>数据包 {file} 已损坏或不完整。</translation>
    </message>
    <message>
      <source>The pack {file} is for other laptops.</source>
      <translation>数据包 {file} 是给其他电脑的。</translation>
    </message>
    <message>
      <source>The pack {file} is too old, or this laptop’s date is wrong.</source>
      <translation>数据包 {file} 已过期，或本机日期不对。</translation>
    </message>
    <message>
      <source>The pack {file} was written by a newer program than this.</source>
      <translation>数据包 {file} 由比本机更新的程序生成。</translation>
    </message>
    <message>
      <source>The person has no name yet.</source>
      <translation>此人还没有姓名。</translation>
    </message>
    <message>
      <source>The place is missing.</source>
      <translation>缺少地点。</translation>
    </message>
    <message>
      <source>The programme {programme} cannot be used: {where}: {why}.</source>
      <translation>规划 {programme} 无法使用：{where}：{why}。</translation>
    </message>
    <message>
      <source>The programme {programme} has no series {series}.</source>
      <translation>规划 {programme} 中没有程序 {series}。</translation>
    </message>
    <message>
      <source>The records are not where they should be: {what} is missing.</source>
      <translation>记录不在原来的位置：缺少 {what}。</translation>
    </message>
    <message>
      <source>The records of this person were erased by law a moment ago.</source>
      <translation>此人的记录刚刚已依法删除。</translation>
    </message>
    <message>
      <source>The records on this disk were older than the last time. Nothing is numbered twice. Tell your supervisor.</source>
      <translation>磁盘上的记录比上次的旧。不会重复编号。请告知主管。</translation>
    </message>
    <message>
      <source>The records stay locked.</source>
      <translation>记录仍然锁定。</translation>
    </message>
    <message>
      <source>The records stay locked; nothing was changed.</source>
      <translation>记录仍然锁定；未作任何改动。</translation>
    </message>
    <message>
      <source>The records themselves are as they were; there is no new backup.</source>
      <translation>记录本身保持原样；没有新的备份。</translation>
    </message>
    <message>
      <source>The records went on in a new run. Tell your supervisor.</source>
      <translation>记录已在新的一段中继续。请告知主管。</translation>
    </message>
    <message>
      <source>The refused rows could not be written beside {file}: {why}.</source>
      <translation>无法在 {file} 旁写入被拒绝的行：{why}。</translation>
    </message>
    <message>
      <source>The report names no reaction yet.</source>
      <translation>报告中还没有填写反应。</translation>
    </message>
    <message>
      <source>The roster and the records are as they were.</source>
      <translation>名册和记录都没有改变。</translation>
    </message>
    <message>
      <source>The roster is locked since {day}: nobody whom other teams vaccinated is found.</source>
      <translation>名册自 {day} 起已锁定：查不到其他队伍接种过的人。</translation>
    </message>
    <message>
      <source>The roster is not whole yet.</source>
      <translation>名册尚未完整。</translation>
    </message>
    <message>
      <source>The rules about calls cannot be used: {where} is missing or wrong.</source>
      <translation>电话随访规则不能用：{where} 缺失或有误。</translation>
    </message>
    <message>
      <source>The rules about stock cannot be used: {where} is missing or wrong.</source>
      <translation>疫苗库存规则无法使用：{where} 缺失或有误。</translation>
    </message>
    <message>
      <source>The rules: {source}, {edition}.</source>
      <translation>规程：{source}，{edition}。</translation>
    </message>
    <message>
      <source>The screening questions cannot be used: {where} is missing or wrong.</source>
      <translation>询问问题文件无法使用：{where} 缺失或有误。</translation>
    </message>
    <message>
      <source>The second copy’s card or stick is full.</source>
      <translation>第二份副本所在的存储卡或U盘已满。</translation>
    </message>
    <message>
      <source>The second copy’s card or stick is not there.</source>
      <translation>找不到第二份副本所在的存储卡或U盘。</translation>
    </message>
    <message>
      <source>The session {label} is still open.</source>
      <translation>接种场次 {label} 仍未结束。</translation>
    </message>
    <message>
      <source>The stick could not be written to.</source>
      <translation>无法写入U盘。</translation>
    </message>
    <message>
      <source>The stick did not take the records held for other laptops.</source>
      <translation>代其他电脑保管的记录未能写入U盘。</translation>
    </message>
    <message>
      <source>The supporting data cannot be used: {file}: {why}.</source>
      <translation>无法使用支持数据：{file}：{why}。</translation>
    </message>
    <message>
      <source>The sync ended by a fault of this program.</source>
      <translation>同步因程序故障而结束。</translation>
    </message>
    <message>
      <source>The sync was stopped.</source>
      <translation>同步已停止。</translation>
    </message>
    <message>
      <source>The system does not encrypt this disk. The records are encrypted all the same; what the system writes down by itself when it sleeps may not be.</source>
      <translation>系统没有加密此磁盘。记录本身仍是加密的；但系统休眠时自行写入磁盘的内容可能没有加密。</translation>
    </message>
    <message>
      <source>The system encrypts this disk.</source>
      <translation>系统已加密此磁盘。</translation>
    </message>
    <message>
      <source>The test cases {file} cannot be read: {why}.</source>
      <translation>无法读取测试案例 {file}：{why}。</translation>
    </message>
    <message>
      <source>The two laptops counted differently.</source>
      <translation>两台电脑清点的数目不一致。</translation>
    </message>
    <message>
      <source>The vaccine catalogue cannot be used: {product}, {field} is missing or wrong.</source>
      <translation>疫苗目录无法使用：{product} 的 {field} 缺失或有误。</translation>
    </message>
    <message>
      <source>The vial in use has no dose left.</source>
      <translation>当前疫苗已用完。</translation>
    </message>
    <message>
      <source>There is already a file of that name.</source>
      <translation>已有同名文件。</translation>
    </message>
    <message>
      <source>There is already a user {login} on this laptop.</source>
      <translation>本机已有用户 {login}。</translation>
    </message>
    <message>
      <source>There is no file {file}.</source>
      <translation>没有文件 {file}。</translation>
    </message>
    <message>
      <source>There is no laptop at {address}.</source>
      <translation>{address} 处没有电脑应答。</translation>
    </message>
    <message>
      <source>There is no programme called {name}.</source>
      <translation>没有名为 {name} 的规划。</translation>
    </message>
    <message>
      <source>There is no reserve for a full disk: it was needed, or there is no room for it.</source>
      <translation>没有磁盘备用空间：已用掉，或空间不足以建立。</translation>
    </message>
    <message>
      <source>There is no session {label} on this laptop.</source>
      <translation>本机没有场次 {label}。</translation>
    </message>
    <message>
      <source>There is no user {login} on this laptop.</source>
      <translation>本机没有用户 {login}。</translation>
    </message>
    <message>
      <source>There is nothing in {file} that this laptop can read: {why}.</source>
      <translation>文件 {file} 中没有本机可读的内容：{why}。</translation>
    </message>
    <message>
      <source>There is nothing to correct: the person is already written down like this.</source>
      <translation>无需更正：登记信息已是如此。</translation>
    </message>
    <message>
      <source>There is nothing to correct: the record already says so, or is struck through.</source>
      <translation>无需更正：记录已是如此，或已作废。</translation>
    </message>
    <message>
      <source>There is nothing to decide about these two registrations.</source>
      <translation>这两份登记无需再作判断。</translation>
    </message>
    <message>
      <source>There is nothing to do.</source>
      <translation>无需任何操作。</translation>
    </message>
    <message>
      <source>There were too many wrong PINs. The next try is possible in {wait_s} seconds.</source>
      <translation>密码错误次数过多。{wait_s}秒后可再试。</translation>
    </message>
    <message>
      <source>These records are already open in another window or program.</source>
      <translation>这些记录已在另一个窗口或程序中打开。</translation>
    </message>
    <message>
      <source>These records were last used with a newer version of this program.</source>
      <translation>这些记录上次是由更新版本的程序使用的。</translation>
    </message>
    <message>
      <source>They were not changed.</source>
      <translation>没有改动。</translation>
    </message>
    <message>
      <source>This PIN is too short: at least {least} characters are needed on this laptop.</source>
      <translation>密码太短：本机至少需要{least}位。</translation>
    </message>
    <message>
      <source>This call is not here any more, or is already struck through.</source>
      <translation>这次通话已不在这里，或已被划掉。</translation>
    </message>
    <message>
      <source>This card is genuine, and a newer program than this one made it.</source>
      <translation>此卡真实有效，但由更新版本的程序签发。</translation>
    </message>
    <message>
      <source>This card was altered or is damaged: it is not what was signed.</source>
      <translation>此卡已被改动或损坏：内容与签名不符。</translation>
    </message>
    <message>
      <source>This day is over.</source>
      <translation>这一天已经过去。</translation>
    </message>
    <message>
      <source>This dose is in the history already.</source>
      <translation>该剂次已在接种史中。</translation>
    </message>
    <message>
      <source>This dose is not here any more, or is already struck through.</source>
      <translation>这一剂已不在此处，或已经作废。</translation>
    </message>
    <message>
      <source>This dose is not here any more, or is struck through.</source>
      <translation>该剂次已不在此处，或已作废。</translation>
    </message>
    <message>
      <source>This file is not a whole backup: {why}.</source>
      <translation>此文件不是完整的备份：{why}。</translation>
    </message>
    <message>
      <source>This folder already holds files, so no new journal is made in it.</source>
      <translation>此文件夹中已有文件，因此不在其中新建记录。</translation>
    </message>
    <message>
      <source>This is not an enrolment code: {why}.</source>
      <translation>这不是注册码：{why}。</translation>
    </message>
    <message>
      <source>This is practice, and the file {file} was not written in practice.</source>
      <translation>这里是练习，而文件 {file} 不是在练习中写出的。</translation>
    </message>
    <message>
      <source>This is the address of this very laptop.</source>
      <translation>这是本机自己的地址。</translation>
    </message>
    <message>
      <source>This is the only lead of this laptop, so the role stays.</source>
      <translation>此人是本机唯一的队长，角色保持不变。</translation>
    </message>
    <message>
      <source>This laptop already has this pocket registry, or a newer one (edition {edition}).</source>
      <translation>本机已有这份口袋登记册，或更新的一份（第 {edition} 版）。</translation>
    </message>
    <message>
      <source>This laptop came back from a copy. Nothing is numbered twice; what the copy lacks, the hub has if it was ever sent.</source>
      <translation>本机已从副本恢复。不会重复编号；副本中没有的，只要上传过，中心就有。</translation>
    </message>
    <message>
      <source>This laptop cannot listen at {address}: {why}.</source>
      <translation>本机无法在 {address} 等候：{why}。</translation>
    </message>
    <message>
      <source>This laptop cannot prove yet that it belongs to the hub.</source>
      <translation>本机还不能证明属于中心。</translation>
    </message>
    <message>
      <source>This laptop does not belong to a hub yet.</source>
      <translation>本机还不属于任何中心。</translation>
    </message>
    <message>
      <source>This laptop has already joined {hub_url}.</source>
      <translation>本机已加入 {hub_url}。</translation>
    </message>
    <message>
      <source>This laptop has no room to hold more for its neighbours.</source>
      <translation>本机已没有空间代为保管更多记录。</translation>
    </message>
    <message>
      <source>This laptop has not heard since {day} which laptops were shut out.</source>
      <translation>自 {day} 起，本机未再收到停用笔记本的名单。</translation>
    </message>
    <message>
      <source>This laptop has not joined a hub yet.</source>
      <translation>本机尚未加入中心。</translation>
    </message>
    <message>
      <source>This laptop has not reached the hub for too long, so neighbours cannot be met.</source>
      <translation>本机太久没有联系中心，无法与邻近电脑交接。</translation>
    </message>
    <message>
      <source>This laptop joined the hub.</source>
      <translation>本机已加入中心。</translation>
    </message>
    <message>
      <source>This laptop's key ring does not hold its part of the key to these records.</source>
      <translation>本机钥匙串中没有这些记录所需的那部分密钥。</translation>
    </message>
    <message>
      <source>This list of bookings is older than the one that is known here.</source>
      <translation>此预约名单比本机已有的更旧。</translation>
    </message>
    <message>
      <source>This list of recalled lots is older than the one that is known here.</source>
      <translation>这份召回名单比本机已有的旧。</translation>
    </message>
    <message>
      <source>This lot does not stand as it did, or a reason is missing.</source>
      <translation>该批号的状态已经改变，或者没有填写原因。</translation>
    </message>
    <message>
      <source>This machine has no key ring: the passphrase alone protects the records.</source>
      <translation>本机没有密钥环：记录只靠口令保护。</translation>
    </message>
    <message>
      <source>This movement cannot be taken back.</source>
      <translation>这条出入库记录不能撤回。</translation>
    </message>
    <message>
      <source>This needs a team lead or supervisor.</source>
      <translation>此操作须由队长或主管进行。</translation>
    </message>
    <message>
      <source>This network wants a login page. Nothing was sent.</source>
      <translation>此网络要求登录。没有发送任何内容。</translation>
    </message>
    <message>
      <source>This person is already in this laptop's records.</source>
      <translation>此人已在本机记录中。</translation>
    </message>
    <message>
      <source>This person is not being watched any more.</source>
      <translation>此人已不在留观中。</translation>
    </message>
    <message>
      <source>This person is not in this laptop's records.</source>
      <translation>此人不在本机记录中。</translation>
    </message>
    <message>
      <source>This pocket registry cannot be used: {why}.</source>
      <translation>这份口袋登记册不能使用：{why}。</translation>
    </message>
    <message>
      <source>This record is too long to be kept; a note is probably much too long.</source>
      <translation>此记录太长，无法保存；可能是备注过长。</translation>
    </message>
    <message>
      <source>This recovery key does not open these records.</source>
      <translation>此恢复密钥打不开这些记录。</translation>
    </message>
    <message>
      <source>This report is not here any more, or is struck through.</source>
      <translation>该报告已不在此处，或已作废。</translation>
    </message>
    <message>
      <source>This trust list is older than the one that is known here.</source>
      <translation>这份可信名单比本机已有的旧。</translation>
    </message>
    <message>
      <source>This vial expired on {expiry}.</source>
      <translation>此疫苗已于 {expiry} 过期。</translation>
    </message>
    <message>
      <source>This vial is not in use any more.</source>
      <translation>这瓶疫苗已不在使用中。</translation>
    </message>
    <message>
      <source>This vial's code is not in the vaccine catalogue.</source>
      <translation>此疫苗编码不在疫苗目录中。</translation>
    </message>
    <message>
      <source>This workbook was written by no laptop of this hub, nor by the hub itself.</source>
      <translation>此工作簿既不是本中心的笔记本电脑导出的，也不是本中心导出的。</translation>
    </message>
    <message>
      <source>This {what} cannot be read: {why}.</source>
      <translation>无法读取此{what}：{why}。</translation>
    </message>
    <message>
      <source>This {what} is not signed by {who}.</source>
      <translation>此{what}没有{who}的签名。</translation>
    </message>
    <message>
      <source>This {what} is of format {version}, which is newer than this program.</source>
      <translation>此{what}的格式为 {version}，比本程序更新。</translation>
    </message>
    <message>
      <source>This {what} is too long: at most {most} bytes fit.</source>
      <translation>此{what}太长：最多 {most} 字节。</translation>
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation>请稍候再试。</translation>
    </message>
    <message>
      <source>Try again in {wait_s} seconds.</source>
      <translation>请在{wait_s}秒后再试。</translation>
    </message>
    <message>
      <source>Try again, or ask your team lead.</source>
      <translation>请再试一次，或询问队长。</translation>
    </message>
    <message>
      <source>Try again, or call your supervisor.</source>
      <translation>请再试一次，或联系主管。</translation>
    </message>
    <message>
      <source>Try again. If it stays so, ask the hub for one.</source>
      <translation>请重试；如仍如此，请向中心索取。</translation>
    </message>
    <message>
      <source>Try it in the sync room when a network is there.</source>
      <translation>有网络时请在“同步”中尝试连接。</translation>
    </message>
    <message>
      <source>Try it in the sync room when a network is there; until then, use a USB stick.</source>
      <translation>有网络时请在“同步”中尝试连接，在此之前可用U盘。</translation>
    </message>
    <message>
      <source>Two laptops met, and each holds what the other had waiting.</source>
      <translation>两台电脑已交接，互相保管对方待上交的记录。</translation>
    </message>
    <message>
      <source>Type a name, or what the person is called on board, and save again.</source>
      <translation>请输入姓名或船上的称呼，再保存。</translation>
    </message>
    <message>
      <source>Type degrees Celsius as the thermometer shows them, such as 4.6.</source>
      <translation>请按温度计显示输入摄氏度，例如 4.6。</translation>
    </message>
    <message>
      <source>Type how many doses or vials it is.</source>
      <translation>请输入剂数或瓶数。</translation>
    </message>
    <message>
      <source>Type the address that the other laptop shows.</source>
      <translation>请输入另一台电脑显示的地址。</translation>
    </message>
    <message>
      <source>Type what the other laptop shows, for instance 192.168.1.20:17370.</source>
      <translation>请输入另一台电脑显示的地址，例如 192.168.1.20:17370。</translation>
    </message>
    <message>
      <source>Type where the team is: a pier, a village, a street.</source>
      <translation>请输入接种队所在地点：码头、村或街道。</translation>
    </message>
    <message>
      <source>Type who decided it and why, or take the fee.</source>
      <translation>请输入由谁决定及原因，或者收取费用。</translation>
    </message>
    <message>
      <source>Unlock or replace the card or disk, then start again. Use paper until then.</source>
      <translation>请解除写保护或更换存储卡、磁盘，再重新启动。在此之前请用纸记录。</translation>
    </message>
    <message>
      <source>Update the program on this laptop, then read the stick again.</source>
      <translation>请更新本机程序，然后重新读取 U 盘。</translation>
    </message>
    <message>
      <source>Update the program when you can. Until then enter what the paper says with F4.</source>
      <translation>请在方便时升级程序。在此之前按纸面内容用 F4 录入。</translation>
    </message>
    <message>
      <source>Use another backup, or copy this one again from where it was made.</source>
      <translation>请使用另一个备份，或从原处重新复制。</translation>
    </message>
    <message>
      <source>Use another network if you can. Otherwise keep working.</source>
      <translation>如有可能请换一个网络，否则请继续工作。</translation>
    </message>
    <message>
      <source>Use another network if you can. Otherwise keep working: it will be sent later.</source>
      <translation>如有可能请换一个网络，否则请继续工作：稍后会自动上传。</translation>
    </message>
    <message>
      <source>Use another vial, or ask your supervisor to add the product.</source>
      <translation>请使用另一支疫苗，或请主管添加该产品。</translation>
    </message>
    <message>
      <source>Use four unrelated words instead of a PIN.</source>
      <translation>请用四个互不相关的词代替 PIN。</translation>
    </message>
    <message>
      <source>Use the number of the person's document, or the id of an export.</source>
      <translation>请使用此人的证件号码，或导出文件中的编号。</translation>
    </message>
    <message>
      <source>Use the whole number of a document, a phone number, a name or the id of an export.</source>
      <translation>请使用完整的证件号码、电话号码、姓名，或导出文件中的编号。</translation>
    </message>
    <message>
      <source>Use the window that is open, or close it first.</source>
      <translation>请使用已打开的窗口，或先关闭它。</translation>
    </message>
    <message>
      <source>Wait until it has ended.</source>
      <translation>请等待其结束。</translation>
    </message>
    <message>
      <source>Wait, then try again; starting the program again does not shorten it.</source>
      <translation>请等待后再试；重启程序不会缩短等待时间。</translation>
    </message>
    <message>
      <source>What answered is not a laptop of this program, or of another version of it.</source>
      <translation>应答的不是本程序的电脑，或版本不同。</translation>
    </message>
    <message>
      <source>What came so far is kept and goes on next time.</source>
      <translation>已收到的部分保留，下次接着下载。</translation>
    </message>
    <message>
      <source>What came so far is kept, and every record is where it was.</source>
      <translation>已读取的部分已保存，所有记录都完好。</translation>
    </message>
    <message>
      <source>What is in the folder was not touched.</source>
      <translation>文件夹中的内容未被改动。</translation>
    </message>
    <message>
      <source>What was typed is kept.</source>
      <translation>已填写的内容仍保留。</translation>
    </message>
    <message>
      <source>Write the roster again at the hub: fieldapp hub roster write FILE.</source>
      <translation>请在中心重新写出名册：fieldapp hub roster write FILE。</translation>
    </message>
    <message>
      <source>You can go on recording. Call your supervisor.</source>
      <translation>可以继续记录。请联系主管。</translation>
    </message>
    <message>
      <source>a part of it is missing</source>
      <translation>缺少其中一部分</translation>
    </message>
    <message>
      <source>a part of it was changed or is missing</source>
      <translation>其中一部分被改动或缺失</translation>
    </message>
    <message>
      <source>fieldapp {version} with SQLite {sqlite}.</source>
      <translation>fieldapp {version}，SQLite {sqlite}。</translation>
    </message>
    <message>
      <source>is not an object</source>
      <translation>不是对象</translation>
    </message>
    <message>
      <source>it bears no seal of a workbook</source>
      <translation>文件中没有工作簿的封签</translation>
    </message>
    <message>
      <source>it cannot be read from its disk</source>
      <translation>无法从磁盘读取</translation>
    </message>
    <message>
      <source>it declares a document type of its own</source>
      <translation>它自带文档类型声明</translation>
    </message>
    <message>
      <source>it has more than 100 sheets</source>
      <translation>工作表超过 100 张</translation>
    </message>
    <message>
      <source>it has more than 100,000 filled rows</source>
      <translation>有内容的行超过 10 万行</translation>
    </message>
    <message>
      <source>it has more than 256 columns</source>
      <translation>列数超过 256 列</translation>
    </message>
    <message>
      <source>it has more than 4,000,000 cells</source>
      <translation>单元格超过 400 万个</translation>
    </message>
    <message>
      <source>it has no list of cases</source>
      <translation>其中没有案例列表</translation>
    </message>
    <message>
      <source>it has too many cells or formats</source>
      <translation>单元格或格式过多</translation>
    </message>
    <message>
      <source>it is another hub's</source>
      <translation>属于另一个中心</translation>
    </message>
    <message>
      <source>it is damaged or of another format</source>
      <translation>文件已损坏或格式不符</translation>
    </message>
    <message>
      <source>it is larger than 16 MB</source>
      <translation>文件超过 16 MB</translation>
    </message>
    <message>
      <source>it is larger than 64 MB</source>
      <translation>文件超过 64 MB</translation>
    </message>
    <message>
      <source>it is not JSON in UTF-8</source>
      <translation>不是 UTF-8 编码的 JSON</translation>
    </message>
    <message>
      <source>it is not a pocket registry</source>
      <translation>不是随身登记库</translation>
    </message>
    <message>
      <source>it is not text in UTF-8</source>
      <translation>不是 UTF-8 编码的文本</translation>
    </message>
    <message>
      <source>it is not what it is said to be</source>
      <translation>内容与其标识不符</translation>
    </message>
    <message>
      <source>it is too short</source>
      <translation>文件过短</translation>
    </message>
    <message>
      <source>it unpacks to more than 256 MB</source>
      <translation>解压后超过 256 MB</translation>
    </message>
    <message>
      <source>it was cut short, or is another kind of file</source>
      <translation>文件不完整，或是其他类型的文件</translation>
    </message>
    <message>
      <source>it was not signed by this laptop's hub</source>
      <translation>不是由本机所属中心签名</translation>
    </message>
    <message>
      <source>its antigen is there twice</source>
      <translation>其抗原重复出现</translation>
    </message>
    <message>
      <source>its key is not lent</source>
      <translation>未借得其密钥</translation>
    </message>
    <message>
      <source>its label is damaged</source>
      <translation>标签已损坏</translation>
    </message>
    <message>
      <source>its label is not readable</source>
      <translation>标签无法读取</translation>
    </message>
    <message>
      <source>its return could not be marked</source>
      <translation>无法登记已交还</translation>
    </message>
    <message>
      <source>its seal, in the hidden lines below the table, is not whole</source>
      <translation>表格下方隐藏行中的封签不完整</translation>
    </message>
    <message>
      <source>its sheets claim to have millions of cells</source>
      <translation>工作表自称有数百万个单元格</translation>
    </message>
    <message>
      <source>must be the file's name</source>
      <translation>必须与文件名相同</translation>
    </message>
    <message>
      <source>no lease in it is for this laptop, or it has ended</source>
      <translation>其中没有本机可用的授权，或授权已到期</translation>
    </message>
    <message>
      <source>no lease opens it</source>
      <translation>没有可打开它的授权</translation>
    </message>
    <message>
      <source>no lease opens its region</source>
      <translation>没有可打开该地区的授权</translation>
    </message>
    <message>
      <source>no second copy is in this folder</source>
      <translation>此文件夹中没有第二份副本</translation>
    </message>
    <message>
      <source>one of its elements is too long</source>
      <translation>其中一个元素过长</translation>
    </message>
    <message>
      <source>one of its lines is too long</source>
      <translation>其中一行过长</translation>
    </message>
    <message>
      <source>returned</source>
      <translation>已退回</translation>
    </message>
    <message>
      <source>some of its bytes are not what was written</source>
      <translation>部分字节与写入时不同</translation>
    </message>
    <message>
      <source>the names of its columns are missing or changed</source>
      <translation>列名缺失或被改动</translation>
    </message>
    <message>
      <source>the organisation's certificate file cannot be read</source>
      <translation>无法读取单位的证书文件</translation>
    </message>
    <message>
      <source>there is no such file</source>
      <translation>没有此文件</translation>
    </message>
    <message>
      <source>{address} is not the address of a laptop.</source>
      <translation>{address} 不是电脑的地址。</translation>
    </message>
    <message>
      <source>{count} people in this laptop's records fit these words.</source>
      <translation>本机记录中有 {count} 人符合这些文字。</translation>
    </message>
    <message>
      <source>{doses} is not a number of doses that can move.</source>
      <translation>{doses} 不是可以出入库的剂数。</translation>
    </message>
    <message>
      <source>{file} cannot be read as a picture.</source>
      <translation>无法将 {file} 作为图片读取。</translation>
    </message>
    <message>
      <source>{file} holds no receipts of our hub.</source>
      <translation>{file} 中没有本中心的回执。</translation>
    </message>
    <message>
      <source>{free} are free on the disk with the records.</source>
      <translation>记录所在磁盘剩余{free}。</translation>
    </message>
    <message>
      <source>{people} people from the team's regions ({regions}), as of {age} ago; readable until {day}.</source>
      <translation>{regions} 个地区共 {people} 人，数据为 {age} 前；可读至 {day}。</translation>
    </message>
    <message>
      <source>{text} is not a temperature.</source>
      <translation>{text} 不是温度。</translation>
    </message>
    <message>
      <source>{url} is not the address of a hub.</source>
      <translation>{url} 不是中心的地址。</translation>
    </message>
  </context>
  <context>
    <name>language</name>
    <message numerus="yes">
      <source>%n day(s) {h} h</source>
      <translation>
        <numerusform>%n天{h}小时</numerusform>
      </translation>
    </message>
    <message>
      <source>today {time}</source>
      <translation>今天{time}</translation>
    </message>
    <message>
      <source>yesterday {time}</source>
      <translation>昨天{time}</translation>
    </message>
    <message>
      <source>{h} h {min} min</source>
      <translation>{h}小时{min}分</translation>
    </message>
    <message>
      <source>{min} min</source>
      <translation>{min}分钟</translation>
    </message>
    <message>
      <source>{s} s</source>
      <translation>{s}秒</translation>
    </message>
  </context>
  <context>
    <name>session</name>
    <message numerus="yes">
      <source>%n dose(s) in the open vial will be thrown away at the close.</source>
      <translation>
        <numerusform>已开启的瓶中剩余 %n 剂，结束时将废弃。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n dose(s) missing</source>
      <translation>
        <numerusform>缺 %n 剂</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n dose(s) not yet at the hub. Closing is fine; they stay safe here.</source>
      <translation>
        <numerusform>%n 剂尚未送达中心。可以结束，记录在本机安全保存。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n dose(s) stay in the open vial.</source>
      <translation>
        <numerusform>已开瓶中留有 %n 剂。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n dose(s) wait for the hub; they stay safe here.</source>
      <translation>
        <numerusform>%n 剂待上传中心，在本机安全保存。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n fee(s) not taken, by name and reason</source>
      <translation>
        <numerusform>%n 笔费用未收，已注明决定人和理由</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n form(s) left half typed</source>
      <translation>
        <numerusform>%n 份表格未填完</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n lot(s) to count</source>
      <translation>
        <numerusform>%n 个批号待清点</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n people still being watched</source>
      <translation>
        <numerusform>%n 人仍在留观</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n receipt(s)</source>
      <translation>
        <numerusform>%n 张收据</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n vial(s) missing</source>
      <translation>
        <numerusform>缺 %n 瓶</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Open vial of {lot}, %n dose(s)</source>
      <translation>
        <numerusform>{lot} 已开瓶，余 %n 剂</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{people} people in %n operation(s) before</source>
      <translation>
        <numerusform>此前 %n 场共 {people} 人</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>watch</name>
    <message numerus="yes">
      <source>%n people are being watched</source>
      <translation>
        <numerusform>%n 人正在留观</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n people are being watched; their clocks go on.</source>
      <translation>
        <numerusform>%n 人正在留观，计时继续。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n people of a closed session were not released</source>
      <translation>
        <numerusform>已结束的场次中有 %n 人未登记离开</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>words</name>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>1 vial</source>
      <translation>1瓶</translation>
    </message>
    <message>
      <source>1st ed., 29 Mar 2021</source>
      <translation>第一版，2021-03-29</translation>
    </message>
    <message>
      <source>24 hours</source>
      <translation>24 小时</translation>
    </message>
    <message>
      <source>7 days after</source>
      <translation>再后 7 天</translation>
    </message>
    <message>
      <source>A Chinese input method caught the scan. Switch it to English (Shift), then scan again.</source>
      <translation>扫描内容被中文输入法截取。请按 Shift 切换到英文，再扫描一次。</translation>
    </message>
    <message>
      <source>A card that stays in keeps every dose if the laptop is lost.</source>
      <translation>插着不取的存储卡，即使电脑丢失也能保住每一剂记录。</translation>
    </message>
    <message>
      <source>A date cannot be read: write YYYY-MM-DD.</source>
      <translation>日期无法识别：请写成 年-月-日。</translation>
    </message>
    <message>
      <source>A doctor has to look at the doses first: do not call.</source>
      <translation>须先由医生查看接种史：暂不打电话。</translation>
    </message>
    <message>
      <source>A dose after the series</source>
      <translation>全程后又接种</translation>
    </message>
    <message>
      <source>A dose given elsewhere: {name}</source>
      <translation>在别处接种的剂次：{name}</translation>
    </message>
    <message>
      <source>A dose of this vaccine is here already. The workbook says: {dose}</source>
      <translation>本机已有此疫苗的一次接种记录。工作簿中为：{dose}</translation>
    </message>
    <message>
      <source>A dose that was given is a fact: it is recorded, with who gave it and why so late.</source>
      <translation>已经接种就是事实：照实记录，并写明接种人和补录原因。</translation>
    </message>
    <message>
      <source>A dose too early</source>
      <translation>有一剂过早</translation>
    </message>
    <message>
      <source>A dose was already given today.</source>
      <translation>今天已经接种过。</translation>
    </message>
    <message>
      <source>A dose was given after the series was complete: the supervisor looks at it.</source>
      <translation>全程接种后又接种了一剂：由主管核查。</translation>
    </message>
    <message>
      <source>A dose was given too early: the supervisor decides whether it counts.</source>
      <translation>有一剂接种过早：是否有效由主管决定。</translation>
    </message>
    <message>
      <source>A dose was of another product: the supervisor decides whether it counts.</source>
      <translation>有一剂使用了另一种疫苗：是否有效由主管决定。</translation>
    </message>
    <message>
      <source>A login stays as it is; somebody new begins with an empty list.</source>
      <translation>登录名不可更改；新增人员时列表请留空。</translation>
    </message>
    <message>
      <source>A lot is recalled</source>
      <translation>疫苗召回</translation>
    </message>
    <message>
      <source>A lot that was there is held until somebody with the right releases it. Between readings up to {gap} apart the temperature is taken to change evenly; what lies further apart was not measured. {source}</source>
      <translation>超温时在库的批号一律暂停使用，由有权限的人解除。两次读数间隔不超过 {gap} 时，按温度均匀变化计算；间隔更长的时间视为没有测量。{source}</translation>
    </message>
    <message>
      <source>A part of a card. Parts still to scan: {n}.</source>
      <translation>接种卡的一部分，还需扫 {n} 部分。</translation>
    </message>
    <message>
      <source>A reason against this vaccine was answered yes.</source>
      <translation>有一项禁忌回答为“是”。</translation>
    </message>
    <message>
      <source>A seat is kept {n} minutes after its time, then it is anybody’s.</source>
      <translation>名额在预约时段结束后保留 {n} 分钟，之后供现场人员使用。</translation>
    </message>
    <message>
      <source>A second person confirms it</source>
      <translation>请第二人确认</translation>
    </message>
    <message>
      <source>A serious reaction to an earlier dose is on record. A doctor must decide.</source>
      <translation>记录显示以前剂次后有严重反应，须由医生决定。</translation>
    </message>
    <message>
      <source>A severe reaction to an earlier dose of this vaccine is on record.</source>
      <translation>记录显示以前接种该疫苗后有严重过敏反应。</translation>
    </message>
    <message>
      <source>A team lead or supervisor adds people and changes them.</source>
      <translation>人员由队长或主管添加和修改。</translation>
    </message>
    <message>
      <source>A time cannot be read: write HH:MM, or YYYY-MM-DD HH:MM.</source>
      <translation>时间无法识别：请写成 时:分 或 年-月-日 时:分。</translation>
    </message>
    <message>
      <source>A vial was open for too long</source>
      <translation>有一瓶疫苗开启时间过长</translation>
    </message>
    <message>
      <source>After an infection one dose completes the course.</source>
      <translation>感染后接种一剂即完成全程。</translation>
    </message>
    <message>
      <source>All</source>
      <translation>合计</translation>
    </message>
    <message>
      <source>All in the box</source>
      <translation>全部在冷藏箱</translation>
    </message>
    <message>
      <source>All in the store</source>
      <translation>全部在库</translation>
    </message>
    <message>
      <source>All to call</source>
      <translation>全部待联系</translation>
    </message>
    <message>
      <source>All {n} confirmed.</source>
      <translation>全部{n}条记录均已确认。</translation>
    </message>
    <message>
      <source>Already given: {name}</source>
      <translation>已接种补录：{name}</translation>
    </message>
    <message>
      <source>Already seen today</source>
      <translation>今天已接种过</translation>
    </message>
    <message>
      <source>Altered card</source>
      <translation>卡被改动</translation>
    </message>
    <message>
      <source>An earlier record needs a doctor's look.</source>
      <translation>有一条既往记录需要医生查看。</translation>
    </message>
    <message>
      <source>Another document: scan or type it</source>
      <translation>另一证件：扫描或输入</translation>
    </message>
    <message>
      <source>Another lot is recalled, which is not here</source>
      <translation>另有不在库的批号被召回</translation>
    </message>
    <message>
      <source>Another maker, same kind: allowed.</source>
      <translation>不同厂家、同类疫苗：允许。</translation>
    </message>
    <message>
      <source>Another number: {name}</source>
      <translation>更换号码：{name}</translation>
    </message>
    <message>
      <source>Another product</source>
      <translation>疫苗品种不符</translation>
    </message>
    <message>
      <source>Another reason</source>
      <translation>其他原因</translation>
    </message>
    <message>
      <source>Another vial was used</source>
      <translation>实际用的是另一瓶</translation>
    </message>
    <message>
      <source>Answer every question, or go back: it is thrown away.</source>
      <translation>请回答每个问题；如返回，则该瓶弃去。</translation>
    </message>
    <message>
      <source>Arm</source>
      <translation>接种部位</translation>
    </message>
    <message>
      <source>Arrived</source>
      <translation>收到</translation>
    </message>
    <message>
      <source>As of {time}</source>
      <translation>截至 {time}</translation>
    </message>
    <message>
      <source>As of {time}.</source>
      <translation>截至 {time}。</translation>
    </message>
    <message>
      <source>As the hub told {when}</source>
      <translation>中心告知的情况，截至{when}</translation>
    </message>
    <message>
      <source>Ask a doctor first</source>
      <translation>请先询问医生</translation>
    </message>
    <message>
      <source>Ask before you give another dose.</source>
      <translation>再次接种前请先询问。</translation>
    </message>
    <message>
      <source>Ask the questions first.</source>
      <translation>请先询问下列问题。</translation>
    </message>
    <message>
      <source>Ask the supplier; never throw it away for that alone.</source>
      <translation>请询问供应单位；不要仅因此就损耗。</translation>
    </message>
    <message>
      <source>Ask whether it is the same person.</source>
      <translation>请询问是否为同一人。</translation>
    </message>
    <message>
      <source>Ask: any dose before, anywhere?</source>
      <translation>请询问：以前在任何地方接种过吗？</translation>
    </message>
    <message>
      <source>Back into the store</source>
      <translation>退回库存</translation>
    </message>
    <message>
      <source>Back into the store: {doses}</source>
      <translation>退回库存：{doses}</translation>
    </message>
    <message>
      <source>Battery</source>
      <translation>电池</translation>
    </message>
    <message>
      <source>Birth date</source>
      <translation>出生日期</translation>
    </message>
    <message>
      <source>Booked</source>
      <translation>预约</translation>
    </message>
    <message>
      <source>Booked for {day}, {time}, not for today. Take them like anybody without a booking.</source>
      <translation>预约的是{day} {time}，不是今天。请按无预约人员接待。</translation>
    </message>
    <message>
      <source>Booked for {time} today.</source>
      <translation>预约时间：今天{time}。</translation>
    </message>
    <message>
      <source>Booked for {time} today: early. Go on if there is time.</source>
      <translation>预约时间：今天{time}，来得早。有空即可接种。</translation>
    </message>
    <message>
      <source>Booked for {time} today: late, the seat is still kept.</source>
      <translation>预约时间：今天{time}，已迟到，名额仍保留。</translation>
    </message>
    <message>
      <source>Booked for {time} today; the seat was kept until {until}. Take them like anybody without a booking.</source>
      <translation>预约时间：今天{time}，名额保留到{until}。请按无预约人员接待。</translation>
    </message>
    <message>
      <source>Booked today</source>
      <translation>今日预约</translation>
    </message>
    <message>
      <source>Booked today: {place}</source>
      <translation>今日预约：{place}</translation>
    </message>
    <message>
      <source>Booking code</source>
      <translation>预约码</translation>
    </message>
    <message>
      <source>Born</source>
      <translation>出生日期</translation>
    </message>
    <message>
      <source>Both can be right. The workbook says: {dose}</source>
      <translation>两者都可能正确。工作簿中为：{dose}</translation>
    </message>
    <message>
      <source>Box of {session}</source>
      <translation>{session} 的冷藏箱</translation>
    </message>
    <message>
      <source>Bring it back here, as often as needed: first you see what would be recorded, and no row is ever recorded twice.</source>
      <translation>填好后在此导入，可多次导入：先显示将要记录的内容，任何一行都不会重复记录。</translation>
    </message>
    <message>
      <source>Broken</source>
      <translation>破损</translation>
    </message>
    <message>
      <source>By the book: in the box {box}, in the store {store}.</source>
      <translation>账面：冷藏箱 {box}，库存 {store}。</translation>
    </message>
    <message>
      <source>Call list</source>
      <translation>随访名单</translation>
    </message>
    <message>
      <source>Came</source>
      <translation>已到</translation>
    </message>
    <message>
      <source>Capital and small letters may be exchanged (Caps Lock?). Correct the lot.</source>
      <translation>字母大小写可能颠倒（大写锁定？）。请核对并更正批号。</translation>
    </message>
    <message>
      <source>Cash</source>
      <translation>现金</translation>
    </message>
    <message>
      <source>Cash not counted yet; {receipts}</source>
      <translation>现金尚未清点；{receipts}</translation>
    </message>
    <message>
      <source>Cash {counted} = {receipts}</source>
      <translation>现金 {counted} = {receipts}</translation>
    </message>
    <message>
      <source>Cash {counted} = {start} to begin with + {taken} for {receipts}</source>
      <translation>现金 {counted} = 备用金 {start} + {receipts}共 {taken}</translation>
    </message>
    <message>
      <source>Cash {counted}: {missing} short</source>
      <translation>现金 {counted}：短少 {missing}</translation>
    </message>
    <message>
      <source>Cash {counted}: {missing} too much</source>
      <translation>现金 {counted}：多出 {missing}</translation>
    </message>
    <message>
      <source>Certificate</source>
      <translation>证书</translation>
    </message>
    <message>
      <source>Certificate or scanned card</source>
      <translation>接种凭证或扫描的接种卡</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>Check the document and what they declared.</source>
      <translation>请核对证件和本人申报的信息。</translation>
    </message>
    <message>
      <source>Checked by, signature</source>
      <translation>复核人签字</translation>
    </message>
    <message>
      <source>Checking every record: {n} %</source>
      <translation>正在逐条核对记录：{n}%</translation>
    </message>
    <message>
      <source>Choose a record by its number, then say what is wrong.</source>
      <translation>按编号选择一条记录，再说明哪里有误。</translation>
    </message>
    <message>
      <source>Choose the card for the second copy</source>
      <translation>选择存放第二份副本的存储卡</translation>
    </message>
    <message>
      <source>Choose the logger’s file</source>
      <translation>选择温度记录仪文件</translation>
    </message>
    <message>
      <source>Choose the product.</source>
      <translation>请选择产品。</translation>
    </message>
    <message>
      <source>Choose the stick’s folder</source>
      <translation>选择U盘文件夹</translation>
    </message>
    <message>
      <source>Choose who confirms it, and let them type their PIN.</source>
      <translation>请选择确认人，并由其输入 PIN。</translation>
    </message>
    <message>
      <source>Choose who confirms it; they type their PIN.</source>
      <translation>请选择确认人，并由其输入自己的PIN码。</translation>
    </message>
    <message>
      <source>Choose yes or no.</source>
      <translation>请选择是或否。</translation>
    </message>
    <message>
      <source>Clock</source>
      <translation>时钟</translation>
    </message>
    <message>
      <source>Clock doubtful: counted by the running time</source>
      <translation>时钟存疑：按运行时间计算</translation>
    </message>
    <message>
      <source>Clock doubtful: minutes are counted by the laptop’s own running time.</source>
      <translation>时钟存疑：分钟数按本机运行时间计算。</translation>
    </message>
    <message>
      <source>Close the operation</source>
      <translation>结束本场次</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>结束</translation>
    </message>
    <message>
      <source>Closed by, signature</source>
      <translation>结束人签字</translation>
    </message>
    <message>
      <source>Compare the person with what is on record before a second registration is made.</source>
      <translation>请先与已有登记核对，避免重复登记。</translation>
    </message>
    <message>
      <source>Compare with the vial</source>
      <translation>请与瓶身核对</translation>
    </message>
    <message>
      <source>Compare, and ask the person. The decision can be taken back.</source>
      <translation>请核对并询问本人。所作判断可以撤回。</translation>
    </message>
    <message>
      <source>Complete: nothing more is due.</source>
      <translation>已完成全程接种，无需再接种。</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>确认</translation>
    </message>
    <message>
      <source>Copy what is printed on the vial.</source>
      <translation>请按瓶身上的印字填写。</translation>
    </message>
    <message>
      <source>Correct the registration: {name}</source>
      <translation>更正登记：{name}</translation>
    </message>
    <message>
      <source>Correct this dose: {name}</source>
      <translation>更正该剂次：{name}</translation>
    </message>
    <message>
      <source>Corrected. What it said before stays.</source>
      <translation>已更正，原内容仍保留。</translation>
    </message>
    <message>
      <source>Corrections by two teams disagree: compare with the person.</source>
      <translation>两支队伍的更正不一致：请与本人核对。</translation>
    </message>
    <message>
      <source>Corrections disagree</source>
      <translation>更正不一致</translation>
    </message>
    <message>
      <source>Count</source>
      <translation>清点</translation>
    </message>
    <message>
      <source>Count again</source>
      <translation>重新清点</translation>
    </message>
    <message>
      <source>Count it</source>
      <translation>请盘点</translation>
    </message>
    <message>
      <source>Count the box again, or add the vials that were not written down (F3).</source>
      <translation>请重新清点冷藏箱，或补登未写下的疫苗（F3）。</translation>
    </message>
    <message>
      <source>Count the box again, or say what happened to what is missing.</source>
      <translation>请重新清点冷藏箱，或说明缺少的去向。</translation>
    </message>
    <message>
      <source>Count the cash box.</source>
      <translation>请清点钱箱。</translation>
    </message>
    <message>
      <source>Count what is really there, all of it. {book}</source>
      <translation>请把实际数量全部清点。{book}</translation>
    </message>
    <message>
      <source>Count: {lot}</source>
      <translation>盘点：{lot}</translation>
    </message>
    <message>
      <source>Counted</source>
      <translation>清点完毕</translation>
    </message>
    <message>
      <source>Counted wrong before</source>
      <translation>以前盘点有误</translation>
    </message>
    <message>
      <source>Counted: {amount}</source>
      <translation>清点：{amount}</translation>
    </message>
    <message>
      <source>Counted: {doses}, as in the book</source>
      <translation>盘点：{doses}，与账面一致</translation>
    </message>
    <message>
      <source>Counted: {doses}, {difference} against the book</source>
      <translation>盘点：{doses}，与账面相差 {difference}</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Day {n} after the last dose.</source>
      <translation>距上一剂{n}天。</translation>
    </message>
    <message>
      <source>Day {n} after the last dose. The next counts from {day}.</source>
      <translation>距上一剂{n}天。下一剂从{day}起有效。</translation>
    </message>
    <message>
      <source>Day {n} of {opens}–{ends} after the last dose.</source>
      <translation>上一剂后第{n}天，接种期为第{opens}–{ends}天。</translation>
    </message>
    <message>
      <source>Decide</source>
      <translation>处理</translation>
    </message>
    <message>
      <source>Decided: it counts</source>
      <translation>已裁定：有效</translation>
    </message>
    <message>
      <source>Decided: one dose</source>
      <translation>已裁定：一剂</translation>
    </message>
    <message>
      <source>Decided: one person</source>
      <translation>已裁定：同一人</translation>
    </message>
    <message>
      <source>Decided: to be repeated</source>
      <translation>已裁定：需补种</translation>
    </message>
    <message>
      <source>Decided: two doses</source>
      <translation>已裁定：两剂</translation>
    </message>
    <message>
      <source>Decided: two people</source>
      <translation>已裁定：两个人</translation>
    </message>
    <message>
      <source>Desk</source>
      <translation>接种台</translation>
    </message>
    <message>
      <source>Did not come</source>
      <translation>未到</translation>
    </message>
    <message>
      <source>Died</source>
      <translation>已去世</translation>
    </message>
    <message>
      <source>Dirty or doubtful</source>
      <translation>污染或可疑</translation>
    </message>
    <message>
      <source>Dirty or under water</source>
      <translation>污染或浸水</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>弃去</translation>
    </message>
    <message>
      <source>Discard at {when}, in {left}.</source>
      <translation>{when} 前用完，还剩 {left}，之后废弃。</translation>
    </message>
    <message>
      <source>Disk</source>
      <translation>磁盘</translation>
    </message>
    <message>
      <source>Disk encryption</source>
      <translation>磁盘加密</translation>
    </message>
    <message>
      <source>Do not give today</source>
      <translation>今天不能接种</translation>
    </message>
    <message>
      <source>Do not use this vial</source>
      <translation>请勿使用这瓶疫苗</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>证件</translation>
    </message>
    <message>
      <source>Dose</source>
      <translation>剂次</translation>
    </message>
    <message>
      <source>Dose and days</source>
      <translation>剂次与日期</translation>
    </message>
    <message>
      <source>Dose number not known</source>
      <translation>剂次不明</translation>
    </message>
    <message>
      <source>Dose {n}</source>
      <translation>第{n}剂</translation>
    </message>
    <message>
      <source>Dose {n} due</source>
      <translation>第{n}剂应种</translation>
    </message>
    <message>
      <source>Dose {n} due {day}</source>
      <translation>第 {n} 剂应种日 {day}</translation>
    </message>
    <message>
      <source>Doses</source>
      <translation>剂次</translation>
    </message>
    <message>
      <source>Doses added to the history: {n}.</source>
      <translation>已加入接种史：{n} 剂。</translation>
    </message>
    <message>
      <source>Doses given: {n}</source>
      <translation>共接种 {n} 剂</translation>
    </message>
    <message>
      <source>Doses in the vial</source>
      <translation>每瓶剂数</translation>
    </message>
    <message>
      <source>Doses waiting: {n}</source>
      <translation>待上传剂次：{n}</translation>
    </message>
    <message>
      <source>Doses waiting: {n} · about {size}</source>
      <translation>待上传剂次：{n} · 约{size}</translation>
    </message>
    <message>
      <source>Doses waiting: {n} · about {size} · about {time}</source>
      <translation>待上传剂次：{n} · 约{size} · 约{time}</translation>
    </message>
    <message>
      <source>Draft: this session is still open.</source>
      <translation>草稿：本场次尚未结束。</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>到期</translation>
    </message>
    <message>
      <source>Due soon</source>
      <translation>即将到期</translation>
    </message>
    <message>
      <source>Elsewhere</source>
      <translation>别处已种</translation>
    </message>
    <message>
      <source>Ended by</source>
      <translation>结束方式</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>回车</translation>
    </message>
    <message>
      <source>Erased by law</source>
      <translation>依法删除</translation>
    </message>
    <message>
      <source>Erased here, and the hub never decided that. Tell the supervisor.</source>
      <translation>本机已删除该记录，但中心从未决定删除。请告知主管。</translation>
    </message>
    <message>
      <source>Every dose is confirmed by the hub</source>
      <translation>每一剂都已由中心确认</translation>
    </message>
    <message>
      <source>Every dose that was loaded is explained</source>
      <translation>装载的每一剂都有着落</translation>
    </message>
    <message>
      <source>Excel workbook (*.xlsx)</source>
      <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
      <source>Exempt</source>
      <translation>免收</translation>
    </message>
    <message>
      <source>Expected</source>
      <translation>待到</translation>
    </message>
    <message>
      <source>Expired</source>
      <translation>过期</translation>
    </message>
    <message>
      <source>Expires</source>
      <translation>有效期至</translation>
    </message>
    <message>
      <source>Fears a reaction</source>
      <translation>担心不良反应</translation>
    </message>
    <message>
      <source>Fee of {amount}</source>
      <translation>费用 {amount}</translation>
    </message>
    <message>
      <source>Fee of {amount} not taken: {kind}, {who}</source>
      <translation>费用 {amount} 未收：{kind}，{who}</translation>
    </message>
    <message>
      <source>Fee rule</source>
      <translation>收费依据</translation>
    </message>
    <message>
      <source>Fee: ask first whether the person has social security here.</source>
      <translation>费用：请先询问本人是否参加社会医疗保险。</translation>
    </message>
    <message>
      <source>Fee: {amount}, paid by {payer}</source>
      <translation>费用：{amount}，由 {payer} 支付</translation>
    </message>
    <message>
      <source>Fee: {amount}, {reason}</source>
      <translation>费用：{amount}，{reason}</translation>
    </message>
    <message>
      <source>Feels well and will not wait</source>
      <translation>自觉良好，不愿等候</translation>
    </message>
    <message>
      <source>Female</source>
      <translation>女</translation>
    </message>
    <message>
      <source>Fever or acute illness</source>
      <translation>发热或急性发病</translation>
    </message>
    <message>
      <source>Find again</source>
      <translation>查找线索</translation>
    </message>
    <message>
      <source>Float {start} + taken {taken} − given back {back} = {expected}</source>
      <translation>备用金 {start} + 收取 {taken} − 退还 {back} = {expected}</translation>
    </message>
    <message>
      <source>For</source>
      <translation>项目</translation>
    </message>
    <message>
      <source>For a doctor first</source>
      <translation>须先问医生</translation>
    </message>
    <message>
      <source>For places where the laptop may fail: an Excel workbook with everybody who is due, to fill in on any computer or on paper.</source>
      <translation>用于电脑可能无法使用的地方：一份列有全部应种人员的 Excel 工作簿，可在任何电脑上或打印后填写。</translation>
    </message>
    <message>
      <source>For the accounts: {rule}</source>
      <translation>记账用：{rule}</translation>
    </message>
    <message>
      <source>Foreign nationals in Chinese social security pay nothing. Ask for the card.</source>
      <translation>参加中国社会医疗保险的外籍人士免费。请查看医保凭证。</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>找到</translation>
    </message>
    <message>
      <source>From the box to the store</source>
      <translation>从冷藏箱退回库存</translation>
    </message>
    <message>
      <source>From the card, or as the person says. It counts like any dose, and says its source.</source>
      <translation>按接种卡或本人所述填写。与其他剂次同样计入程序，并注明来源。</translation>
    </message>
    <message>
      <source>From the store to the depot</source>
      <translation>从库存退回上级</translation>
    </message>
    <message>
      <source>Frozen</source>
      <translation>冻结</translation>
    </message>
    <message>
      <source>Give dose {n}</source>
      <translation>可接种第{n}剂</translation>
    </message>
    <message>
      <source>Given</source>
      <translation>接种</translation>
    </message>
    <message>
      <source>Given back on</source>
      <translation>退款时间</translation>
    </message>
    <message>
      <source>Given by</source>
      <translation>接种人</translation>
    </message>
    <message>
      <source>Gives no reason</source>
      <translation>未说原因</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Good</source>
      <translation>正常</translation>
    </message>
    <message>
      <source>HH:MM</source>
      <translation>时:分</translation>
    </message>
    <message>
      <source>Had a reaction after the first</source>
      <translation>上一剂后有反应</translation>
    </message>
    <message>
      <source>Had it elsewhere</source>
      <translation>已在别处接种</translation>
    </message>
    <message>
      <source>Has died</source>
      <translation>已去世</translation>
    </message>
    <message>
      <source>Has died: is never called.</source>
      <translation>已去世：不再联系。</translation>
    </message>
    <message>
      <source>Has no time</source>
      <translation>没有时间</translation>
    </message>
    <message>
      <source>Has to go</source>
      <translation>有事须走</translation>
    </message>
    <message>
      <source>Held</source>
      <translation>暂停使用</translation>
    </message>
    <message>
      <source>Held here for {names}: {n} doses, sealed</source>
      <translation>代 {names} 密封保管 {n} 剂记录</translation>
    </message>
    <message>
      <source>Held now: {lots}.</source>
      <translation>现已暂停使用：{lots}。</translation>
    </message>
    <message>
      <source>History from this laptop’s own records; hub last reached {when}</source>
      <translation>接种史仅来自本机记录；上次连上中心：{when}</translation>
    </message>
    <message>
      <source>History from this laptop’s own records; it never reached the hub</source>
      <translation>接种史仅来自本机记录；从未连上中心</translation>
    </message>
    <message>
      <source>History: unknown here. Ask: any dose before, anywhere?</source>
      <translation>接种史：本机不详。请询问：以前在任何地方接种过吗？</translation>
    </message>
    <message>
      <source>Hold it</source>
      <translation>暂停使用</translation>
    </message>
    <message>
      <source>Hold it: nobody uses it for now</source>
      <translation>暂停使用：暂时任何人不得使用</translation>
    </message>
    <message>
      <source>Hold the code before the camera, flat and without glare.</source>
      <translation>请将条码平放在摄像头前，避免反光。</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>居住地</translation>
    </message>
    <message>
      <source>Home area</source>
      <translation>居住地</translation>
    </message>
    <message>
      <source>Hong Kong or Macao permit</source>
      <translation>港澳居民通行证</translation>
    </message>
    <message>
      <source>How did they leave? {names}</source>
      <translation>他们是怎样离开的？{names}</translation>
    </message>
    <message>
      <source>How is the dose known? Choose one.</source>
      <translation>该剂次从何得知？请选择。</translation>
    </message>
    <message>
      <source>How many doses? Type a number.</source>
      <translation>多少剂？请输入数字。</translation>
    </message>
    <message>
      <source>How many vials? Type a number.</source>
      <translation>多少瓶？请输入数字。</translation>
    </message>
    <message>
      <source>Hub</source>
      <translation>中心</translation>
    </message>
    <message>
      <source>Hub not reached</source>
      <translation>未连上中心</translation>
    </message>
    <message>
      <source>Hub reached</source>
      <translation>已连上中心</translation>
    </message>
    <message>
      <source>ID</source>
      <translation>证件</translation>
    </message>
    <message>
      <source>ID card</source>
      <translation>身份证</translation>
    </message>
    <message>
      <source>Identity contested</source>
      <translation>身份有争议</translation>
    </message>
    <message>
      <source>Identity contested: teams decided differently who this is.</source>
      <translation>身份有争议：各队对此人是谁判断不一。</translation>
    </message>
    <message>
      <source>Identity contested: the same document under another name.</source>
      <translation>身份有争议：同一证件登记了另一个姓名。</translation>
    </message>
    <message>
      <source>In Chinese social security?</source>
      <translation>是否参加中国社会医疗保险？</translation>
    </message>
    <message>
      <source>In the box {box}, in the store {store}</source>
      <translation>冷藏箱 {box}，库存 {store}</translation>
    </message>
    <message>
      <source>In use</source>
      <translation>使用中</translation>
    </message>
    <message>
      <source>Incidents</source>
      <translation>异常</translation>
    </message>
    <message>
      <source>Internet</source>
      <translation>互联网</translation>
    </message>
    <message>
      <source>Into the box</source>
      <translation>装入冷藏箱</translation>
    </message>
    <message>
      <source>Is ill now</source>
      <translation>正在生病</translation>
    </message>
    <message>
      <source>Is it before its expiry date?</source>
      <translation>是否在有效期内？</translation>
    </message>
    <message>
      <source>Is it the same person?</source>
      <translation>是同一个人吗？</translation>
    </message>
    <message>
      <source>Is its monitor before the discard point?</source>
      <translation>VVM 是否未到弃用点？</translation>
    </message>
    <message>
      <source>Is not called any more.</source>
      <translation>不再联系。</translation>
    </message>
    <message>
      <source>Issuer shut out</source>
      <translation>签发方已停用</translation>
    </message>
    <message>
      <source>It came after this laptop was shut out. A supervisor decides whether it counts.</source>
      <translation>该记录在本机被停用之后才送达，由主管决定是否计入。</translation>
    </message>
    <message>
      <source>It cannot have begun before the dose, given at {time}.</source>
      <translation>反应不可能早于接种时间 {time}。</translation>
    </message>
    <message>
      <source>It could count now; the supervisor decided that it does not. Ask again.</source>
      <translation>现已可以计入，但主管此前决定不计。请再询问主管。</translation>
    </message>
    <message>
      <source>It differs, because…</source>
      <translation>有差额，原因…</translation>
    </message>
    <message>
      <source>It has been open longer than this vaccine allows.</source>
      <translation>开瓶时间已超过该疫苗规定。</translation>
    </message>
    <message>
      <source>It has changed since</source>
      <translation>情况已变更</translation>
    </message>
    <message>
      <source>It is</source>
      <translation>识别为</translation>
    </message>
    <message>
      <source>It is another dose: record it too</source>
      <translation>确为另一次接种：一并记录</translation>
    </message>
    <message>
      <source>It is expired.</source>
      <translation>已过有效期。</translation>
    </message>
    <message>
      <source>It is recalled</source>
      <translation>已召回</translation>
    </message>
    <message>
      <source>It is recalled: nobody uses it any more</source>
      <translation>已召回：任何人不得再使用</translation>
    </message>
    <message>
      <source>It is somebody else: record them</source>
      <translation>不是同一人：记录此人</translation>
    </message>
    <message>
      <source>It is too far</source>
      <translation>路太远</translation>
    </message>
    <message>
      <source>It names people: keep the file and its prints like a list of patients.</source>
      <translation>其中有姓名：文件和打印件须按受种者名册保管。</translation>
    </message>
    <message>
      <source>It refers to something of another kind. Strike it through.</source>
      <translation>它引用了不相符的记录，请作废。</translation>
    </message>
    <message>
      <source>It sends by itself when there is a network.</source>
      <translation>有网络时会自动上传。</translation>
    </message>
    <message>
      <source>It tells about a person: hand it over, then delete the file.</source>
      <translation>其中含个人信息：交给本人后请删除文件。</translation>
    </message>
    <message>
      <source>It tells about people: do not leave it lying about, destroy it afterwards.</source>
      <translation>含个人信息：请勿随处放置，用后销毁。</translation>
    </message>
    <message>
      <source>It was not in that box</source>
      <translation>当时不在该冷藏箱</translation>
    </message>
    <message>
      <source>It was thrown away</source>
      <translation>已废弃</translation>
    </message>
    <message>
      <source>Its date lies before the person was born. Correct whichever is wrong.</source>
      <translation>日期早于出生日期，请更正有误的一项。</translation>
    </message>
    <message>
      <source>Its date lies in the future. Correct the date.</source>
      <translation>日期在今天之后，请更正日期。</translation>
    </message>
    <message>
      <source>Its lot is held: the temperature is doubtful until it is released.</source>
      <translation>该批号已暂停使用：温度存疑，须经放行。</translation>
    </message>
    <message>
      <source>Its lot is recalled.</source>
      <translation>该批号已被召回。</translation>
    </message>
    <message>
      <source>Its quality is in doubt</source>
      <translation>质量存疑</translation>
    </message>
    <message>
      <source>Its user is not known at the hub yet. It counts when the user is.</source>
      <translation>中心尚不认识记录人，登记该人后即计入。</translation>
    </message>
    <message>
      <source>Join the hub</source>
      <translation>加入中心</translation>
    </message>
    <message>
      <source>Joined {hub} as laptop {n}.</source>
      <translation>已加入 {hub}，本机编号 {n}。</translation>
    </message>
    <message>
      <source>Joining…</source>
      <translation>正在加入…</translation>
    </message>
    <message>
      <source>Journal at entry {n}: {hash}</source>
      <translation>日志至第 {n} 条：{hash}</translation>
    </message>
    <message>
      <source>Keep it apart and bring it back.</source>
      <translation>请单独存放并带回。</translation>
    </message>
    <message>
      <source>Keep this card and show it before the next dose, to whatever team.</source>
      <translation>请妥善保管此卡，下次接种前向接种队出示。</translation>
    </message>
    <message>
      <source>Keep…</source>
      <translation>保留…</translation>
    </message>
    <message>
      <source>Kept after every dose in {folder}</source>
      <translation>每剂之后写入 {folder}</translation>
    </message>
    <message>
      <source>Key group</source>
      <translation>重点人群</translation>
    </message>
    <message>
      <source>Known as of {day}, {time}, from this team’s records and the hub.</source>
      <translation>信息截至 {day} {time}，来自本队记录和中心。</translation>
    </message>
    <message>
      <source>Known as of {when} from {sources}</source>
      <translation>截至{when}，来源：{sources}</translation>
    </message>
    <message>
      <source>Known from</source>
      <translation>信息来源</translation>
    </message>
    <message>
      <source>Known from this team’s own records only.</source>
      <translation>仅来自本队自己的记录。</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Language and look</source>
      <translation>语言和显示</translation>
    </message>
    <message>
      <source>Language not known</source>
      <translation>语言不详</translation>
    </message>
    <message>
      <source>Laptops of this hub near: {n}</source>
      <translation>附近有本中心电脑 {n} 台</translation>
    </message>
    <message>
      <source>Last contact with the hub: {when}.</source>
      <translation>上次与中心联系：{when}。</translation>
    </message>
    <message>
      <source>Last dose of this vial</source>
      <translation>本瓶最后一剂</translation>
    </message>
    <message>
      <source>Last dose {day}, {product}</source>
      <translation>上一剂 {day}，{product}</translation>
    </message>
    <message>
      <source>Late: give it now, never start again.</source>
      <translation>已延迟：现在补种，无需重新开始。</translation>
    </message>
    <message>
      <source>Learned from the neighbour: lot {lot} may be used again.</source>
      <translation>从邻近电脑得知：批号 {lot} 可以恢复使用。</translation>
    </message>
    <message>
      <source>Learned from the neighbour: lot {lot} recalled.</source>
      <translation>从邻近电脑得知：批号 {lot} 已被召回。</translation>
    </message>
    <message>
      <source>Learned from the neighbour: the hub closed the access of {name}.</source>
      <translation>从邻近电脑得知：中心已停用 {name} 的访问权限。</translation>
    </message>
    <message>
      <source>Leave the list empty for somebody new; leave the new PIN empty to keep the old one.</source>
      <translation>新增人员时列表留空；新 PIN 留空则保留原 PIN。</translation>
    </message>
    <message>
      <source>Leave the stick in until this is done.</source>
      <translation>完成之前请勿拔出U盘。</translation>
    </message>
    <message>
      <source>Leaves early</source>
      <translation>提前离开</translation>
    </message>
    <message>
      <source>Left on board</source>
      <translation>剩余</translation>
    </message>
    <message>
      <source>Left out, the day cannot be: {doses}.</source>
      <translation>日期不可能，未采用：{doses}。</translation>
    </message>
    <message>
      <source>Left without a word</source>
      <translation>未打招呼离开</translation>
    </message>
    <message>
      <source>Line {line}, {name}: refused</source>
      <translation>第 {line} 行，{name}：未接受</translation>
    </message>
    <message>
      <source>Linked when found in the roster</source>
      <translation>在名册中找到时关联</translation>
    </message>
    <message>
      <source>Listening at {address}.</source>
      <translation>正在 {address} 等候。</translation>
    </message>
    <message>
      <source>Lists it brought that do not hold: {n}. They changed nothing.</source>
      <translation>它带来的清单中有 {n} 份未通过核验，未作任何改动。</translation>
    </message>
    <message>
      <source>Loaded</source>
      <translation>装载</translation>
    </message>
    <message>
      <source>Locks after {n} min</source>
      <translation>{n}分钟后自动锁定</translation>
    </message>
    <message>
      <source>Loggers’ files (*.csv *.txt *.tsv);;All files (*)</source>
      <translation>温度记录仪文件 (*.csv *.txt *.tsv);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Login, for instance li.na</source>
      <translation>登录名，例如 li.na</translation>
    </message>
    <message>
      <source>Look at the history again.</source>
      <translation>请再查看接种史。</translation>
    </message>
    <message>
      <source>Looking for the other laptop. You can go on working.</source>
      <translation>正在寻找另一台电脑，可以继续工作。</translation>
    </message>
    <message>
      <source>Looks or sounds alike</source>
      <translation>姓名相近或同音</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>遗失</translation>
    </message>
    <message>
      <source>Lot</source>
      <translation>批号</translation>
    </message>
    <message>
      <source>Lot {lot}</source>
      <translation>批号 {lot}</translation>
    </message>
    <message>
      <source>Lot {lot} adds up.</source>
      <translation>批号 {lot} 对得上。</translation>
    </message>
    <message>
      <source>Lot {lot} expired {day}</source>
      <translation>批号 {lot} 已于 {day} 过期</translation>
    </message>
    <message>
      <source>Lot {lot} is below zero by {doses}</source>
      <translation>批号 {lot} 账面少 {doses}</translation>
    </message>
    <message>
      <source>Lot {lot} is chosen.</source>
      <translation>已选中批号 {lot}。</translation>
    </message>
    <message>
      <source>Lot {lot} is held</source>
      <translation>批号 {lot} 暂停使用</translation>
    </message>
    <message>
      <source>Lot {lot} is recalled</source>
      <translation>批号 {lot} 已召回</translation>
    </message>
    <message>
      <source>Lot {lot} was recalled by the hub on {day}: {why}.</source>
      <translation>批号 {lot} 已于 {day} 被中心召回：{why}。</translation>
    </message>
    <message>
      <source>Lot {lot} was recalled here on {day}: {why}.</source>
      <translation>批号 {lot} 已于 {day} 在本机登记召回：{why}。</translation>
    </message>
    <message>
      <source>Lot {lot}: count the closed vials that are left in the box.</source>
      <translation>批号 {lot}：请清点冷藏箱中剩余的未开启瓶数。</translation>
    </message>
    <message>
      <source>Lot {lot}: {loaded} loaded, {given} given, {wasted} wasted, {returned} returned.</source>
      <translation>批号 {lot}：装载 {loaded}，接种 {given}，损耗 {wasted}，退回 {returned}。</translation>
    </message>
    <message>
      <source>Lot {lot}: {missing}</source>
      <translation>批号 {lot}：{missing}</translation>
    </message>
    <message>
      <source>Lot, if the card says</source>
      <translation>批号（卡上如有）</translation>
    </message>
    <message>
      <source>Male</source>
      <translation>男</translation>
    </message>
    <message>
      <source>May be given now.</source>
      <translation>现在可以接种。</translation>
    </message>
    <message>
      <source>May leave</source>
      <translation>可以离开</translation>
    </message>
    <message>
      <source>May leave: {names}</source>
      <translation>可以离开：{names}</translation>
    </message>
    <message>
      <source>Message, last call</source>
      <translation>短信、上次通话</translation>
    </message>
    <message>
      <source>More than one code is in the picture. Show one alone.</source>
      <translation>画面中有多个条码。请只显示一个。</translation>
    </message>
    <message>
      <source>More than the label says</source>
      <translation>多出标示剂数</translation>
    </message>
    <message>
      <source>More went out than came in. Count it.</source>
      <translation>出库多于入库，请盘点。</translation>
    </message>
    <message>
      <source>More went out than came in: something is not written down.</source>
      <translation>出库多于入库：有些出入库没有登记。</translation>
    </message>
    <message>
      <source>Moved</source>
      <translation>已搬走</translation>
    </message>
    <message>
      <source>Moved away</source>
      <translation>已搬走</translation>
    </message>
    <message>
      <source>Moved away: is not called any more.</source>
      <translation>已搬走：不再联系。</translation>
    </message>
    <message>
      <source>Must not have this vaccine</source>
      <translation>不能接种此疫苗</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Name, login and PINs are needed.</source>
      <translation>需要姓名、登录名和 PIN。</translation>
    </message>
    <message>
      <source>Name, login and role are needed.</source>
      <translation>请填写姓名、登录名和角色。</translation>
    </message>
    <message>
      <source>National Health Commission, COVID-19 vaccination technical guideline</source>
      <translation>国家卫生健康委《新冠病毒疫苗接种技术指南》</translation>
    </message>
    <message>
      <source>Needed in the next two weeks</source>
      <translation>未来两周的需求</translation>
    </message>
    <message>
      <source>Neighbour laptop</source>
      <translation>邻近电脑</translation>
    </message>
    <message>
      <source>Neither calls nor messages</source>
      <translation>电话和短信都不要</translation>
    </message>
    <message>
      <source>Never locks itself</source>
      <translation>不自动锁定</translation>
    </message>
    <message>
      <source>New here</source>
      <translation>首次登记</translation>
    </message>
    <message>
      <source>Newer card</source>
      <translation>较新版本的卡</translation>
    </message>
    <message>
      <source>Newly confirmed by its receipts: {n}</source>
      <translation>经其带回的回执新确认：{n} 剂</translation>
    </message>
    <message>
      <source>Next 7 days</source>
      <translation>未来 7 天</translation>
    </message>
    <message>
      <source>Next doses to call</source>
      <translation>下一剂待联系</translation>
    </message>
    <message>
      <source>Next: dose {n}, from {day}</source>
      <translation>下一剂：第 {n} 剂，{day} 起</translation>
    </message>
    <message>
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <source>No access any more</source>
      <translation>停用（不可再解锁）</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>无人接听</translation>
    </message>
    <message>
      <source>No booking with this code is known on this laptop. Scan the document: whoever is here can be vaccinated without one.</source>
      <translation>本机没有此预约码的记录。请扫描证件：到场的人没有预约也可以接种。</translation>
    </message>
    <message>
      <source>No calls</source>
      <translation>不要来电</translation>
    </message>
    <message>
      <source>No calls; messages are fine</source>
      <translation>不要来电，可发短信</translation>
    </message>
    <message>
      <source>No card was chosen.</source>
      <translation>尚未选择存储卡。</translation>
    </message>
    <message>
      <source>No code was found in the photo. Take it closer, sharp, without glare.</source>
      <translation>照片中没有找到条码。请靠近、对焦清晰、避免反光后重拍。</translation>
    </message>
    <message>
      <source>No common language</source>
      <translation>语言不通</translation>
    </message>
    <message>
      <source>No dose is known here.</source>
      <translation>此处未见接种记录。</translation>
    </message>
    <message>
      <source>No dose of this person is known here.</source>
      <translation>本机没有此人的接种记录。</translation>
    </message>
    <message>
      <source>No fees were taken.</source>
      <translation>未收取费用。</translation>
    </message>
    <message>
      <source>No lot is on board, so no dose can be chosen in it.</source>
      <translation>没有随带的批号，因此其中无法选择批号。</translation>
    </message>
    <message>
      <source>No message about this dose</source>
      <translation>没有发过关于这一剂的短信</translation>
    </message>
    <message>
      <source>No operation is open: the next one counts it.</source>
      <translation>目前没有进行中的场次：计入下一场次的现金。</translation>
    </message>
    <message>
      <source>No phone: somebody has to go there</source>
      <translation>无电话：须上门</translation>
    </message>
    <message>
      <source>No printer is set up on this laptop. Save the PDF and print it elsewhere.</source>
      <translation>本机没有设置打印机。请保存 PDF，到别处打印。</translation>
    </message>
    <message>
      <source>No reaction after all</source>
      <translation>其实没有反应</translation>
    </message>
    <message>
      <source>No reaction was reported on this laptop.</source>
      <translation>本机尚无反应报告。</translation>
    </message>
    <message>
      <source>No rule answers this. A doctor must decide.</source>
      <translation>没有适用的规则，须由医生决定。</translation>
    </message>
    <message>
      <source>No separator came. Does the lot above hold a serial number? Then set FNC1.</source>
      <translation>未收到分隔符。上面的批号里是否含有序列号？如有，请设置 FNC1。</translation>
    </message>
    <message>
      <source>No stick is in. You can also choose a folder.</source>
      <translation>未插U盘。也可以选择文件夹。</translation>
    </message>
    <message>
      <source>No vaccine left</source>
      <translation>疫苗已用完</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>Nobody fits these filters. Esc shows all to call.</source>
      <translation>没有符合筛选的人。按 Esc 显示全部。</translation>
    </message>
    <message>
      <source>Nobody has booked for today as far as this laptop knows. Whoever comes can be vaccinated without a booking.</source>
      <translation>据本机所知，今天没有人预约。到场的人没有预约也可以接种。</translation>
    </message>
    <message>
      <source>Nobody has booked here for today.</source>
      <translation>今天没有人预约此处。</translation>
    </message>
    <message>
      <source>Nobody is at the desk. Scan the person first, then press Ctrl K.</source>
      <translation>接种台没有人。请先扫描此人，再按 Ctrl K。</translation>
    </message>
    <message>
      <source>Nobody is being watched</source>
      <translation>无人留观</translation>
    </message>
    <message>
      <source>Nobody is to be called.</source>
      <translation>没有待联系的人。</translation>
    </message>
    <message>
      <source>Nobody of this kind is on record here.</source>
      <translation>本机没有此人的记录。</translation>
    </message>
    <message>
      <source>Nobody of this laptop’s records. Look on the desk.</source>
      <translation>本机记录中没有此人，请到接种台查找。</translation>
    </message>
    <message>
      <source>Nobody saw them leave</source>
      <translation>离开时无人看到</translation>
    </message>
    <message>
      <source>Nobody’s next dose is due in two weeks.</source>
      <translation>两周内无人到期。</translation>
    </message>
    <message>
      <source>Nobody’s next dose is due. Who had a first dose here comes onto this list, and leaves it when the next was given anywhere.</source>
      <translation>目前无人到期。在此接种过第一剂的人会进入名单；在任何地方种了下一剂后即移出。</translation>
    </message>
    <message>
      <source>Not called any more</source>
      <translation>不再联系</translation>
    </message>
    <message>
      <source>Not confirmed by the hub yet: {n}</source>
      <translation>中心尚未确认：{n} 剂</translation>
    </message>
    <message>
      <source>Not given after all</source>
      <translation>实际未接种</translation>
    </message>
    <message>
      <source>Not given today, because…</source>
      <translation>今天未接种，原因是…</translation>
    </message>
    <message>
      <source>Not given: {n}</source>
      <translation>未接种：{n} 次</translation>
    </message>
    <message>
      <source>Not in the catalogue, enter with F4: {doses}.</source>
      <translation>目录中没有，请用 F4 录入：{doses}。</translation>
    </message>
    <message>
      <source>Not in this laptop’s records.</source>
      <translation>本机没有此人的记录。</translation>
    </message>
    <message>
      <source>Not joined to a hub</source>
      <translation>尚未加入中心</translation>
    </message>
    <message>
      <source>Not listening: the other laptop cannot find this one.</source>
      <translation>未开启等候：其他电脑找不到本机。</translation>
    </message>
    <message>
      <source>Not needed</source>
      <translation>不需要</translation>
    </message>
    <message>
      <source>Not paid</source>
      <translation>未付</translation>
    </message>
    <message>
      <source>Not recognised: {text}. Scan again, or type the name.</source>
      <translation>无法识别：{text}。请重新扫描，或输入姓名。</translation>
    </message>
    <message>
      <source>Not today</source>
      <translation>今天暂不接种</translation>
    </message>
    <message>
      <source>Not yet: from {day}</source>
      <translation>尚未到期：{day}起</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Note:</source>
      <translation>备注：</translation>
    </message>
    <message>
      <source>Nothing is new: its doses are in the history already.</source>
      <translation>没有新内容：卡上剂次已在接种史中。</translation>
    </message>
    <message>
      <source>Nothing is put aside. Scan or type a person to see and correct their records.</source>
      <translation>没有被搁置的记录。扫描或输入某人，即可查看和更正其记录。</translation>
    </message>
    <message>
      <source>Nothing is saved yet. F9 saves a PDF in {folder}.</source>
      <translation>尚未保存。按 F9 将 PDF 保存到 {folder}。</translation>
    </message>
    <message>
      <source>Nothing to set: this scanner works with this laptop.</source>
      <translation>无需设置：此扫码枪与本机配合正常。</translation>
    </message>
    <message>
      <source>Nothing waits, so nothing was written.</source>
      <translation>没有待上传的记录，未写入任何文件。</translation>
    </message>
    <message>
      <source>Nothing waits.</source>
      <translation>没有待上传的记录。</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>现在</translation>
    </message>
    <message>
      <source>Of the wrong person</source>
      <translation>记错了人</translation>
    </message>
    <message>
      <source>On board: {lot}, {detail}</source>
      <translation>已装入：{lot}，{detail}</translation>
    </message>
    <message>
      <source>One dose for each person, by the day the programme recommends, or the day they promised. Without waste; who refused, moved or died is not counted.</source>
      <translation>每人一剂，按规程推荐日或本人约定日计。不含损耗；拒绝、搬走、去世者不计。</translation>
    </message>
    <message>
      <source>One person</source>
      <translation>是同一个人</translation>
    </message>
    <message>
      <source>One person, or two?</source>
      <translation>是一个人还是两个人？</translation>
    </message>
    <message>
      <source>Only if all of this is so may it be used at the next operation.</source>
      <translation>以下各项全部符合，下一场次才可继续使用。</translation>
    </message>
    <message>
      <source>Only this user of the laptop can open it.</source>
      <translation>只有本机当前用户可以打开。</translation>
    </message>
    <message>
      <source>Only where the person does not pay it now. It is recorded with the dose.</source>
      <translation>仅在本人现在不付费时填写，与接种一并记录。</translation>
    </message>
    <message>
      <source>Open a vial without a scan</source>
      <translation>手工开瓶</translation>
    </message>
    <message>
      <source>Open for too long</source>
      <translation>开启时间过长</translation>
    </message>
    <message>
      <source>Open for too long: throw it away.</source>
      <translation>开启时间过长：请废弃。</translation>
    </message>
    <message>
      <source>Open operation {n}</source>
      <translation>开启第 {n} 场</translation>
    </message>
    <message>
      <source>Open this vial</source>
      <translation>开启这瓶疫苗</translation>
    </message>
    <message>
      <source>Open vial, {product}, lot {lot}</source>
      <translation>已开启：{product}，批号 {lot}</translation>
    </message>
    <message>
      <source>Open vials kept</source>
      <translation>保留的已开瓶</translation>
    </message>
    <message>
      <source>Opened</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Opened {when}.</source>
      <translation>{when} 开启。</translation>
    </message>
    <message>
      <source>Opening…</source>
      <translation>正在打开…</translation>
    </message>
    <message>
      <source>Operation</source>
      <translation>场次编号</translation>
    </message>
    <message>
      <source>Operation {n}</source>
      <translation>第 {n} 场</translation>
    </message>
    <message>
      <source>Other language</source>
      <translation>语言不通</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>PINs</source>
      <translation>PIN</translation>
    </message>
    <message>
      <source>PRACTICE</source>
      <translation>练习</translation>
    </message>
    <message>
      <source>Paid by</source>
      <translation>付款人</translation>
    </message>
    <message>
      <source>Paid by somebody else</source>
      <translation>由他人支付</translation>
    </message>
    <message>
      <source>Paid on</source>
      <translation>付款时间</translation>
    </message>
    <message>
      <source>Paper card</source>
      <translation>纸质接种卡</translation>
    </message>
    <message>
      <source>Passport</source>
      <translation>护照</translation>
    </message>
    <message>
      <source>Past the latest day</source>
      <translation>超过最晚日期</translation>
    </message>
    <message>
      <source>Past the target date: the minimum interval still holds.</source>
      <translation>已超过目标日期：最短间隔仍须遵守。</translation>
    </message>
    <message>
      <source>People</source>
      <translation>人员</translation>
    </message>
    <message>
      <source>People of the team</source>
      <translation>队伍人员</translation>
    </message>
    <message>
      <source>Perhaps seen today</source>
      <translation>今天可能已接种</translation>
    </message>
    <message>
      <source>Perhaps the same person as {name}: compare, Ctrl H.</source>
      <translation>可能与{name}是同一人：请核对（Ctrl H）。</translation>
    </message>
    <message>
      <source>Perhaps the same: {name}</source>
      <translation>可能是同一人：{name}</translation>
    </message>
    <message>
      <source>Permanent resident card</source>
      <translation>永久居留身份证</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>Phone number</source>
      <translation>电话号码</translation>
    </message>
    <message>
      <source>Pick a photo of a code</source>
      <translation>选择条码照片</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>地点</translation>
    </message>
    <message>
      <source>Place not known</source>
      <translation>地点不详</translation>
    </message>
    <message>
      <source>Please look</source>
      <translation>请查看</translation>
    </message>
    <message>
      <source>Pocket registry, edition {n}, is here.</source>
      <translation>口袋登记册第 {n} 版已在本机。</translation>
    </message>
    <message>
      <source>Position</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>Position: {latitude}, {longitude}</source>
      <translation>位置：{latitude}，{longitude}</translation>
    </message>
    <message>
      <source>Possible double</source>
      <translation>疑似重复接种</translation>
    </message>
    <message>
      <source>Practice. PIN: {pin}. Somebody to scan: {person}. A vial to scan: {vial}. It ends when you close it.</source>
      <translation>练习。PIN：{pin}。可扫描的人：{person}。可扫描的疫苗：{vial}。关闭后即结束。</translation>
    </message>
    <message>
      <source>Printer</source>
      <translation>打印机</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>产品</translation>
    </message>
    <message>
      <source>Product code</source>
      <translation>产品代码</translation>
    </message>
    <message>
      <source>Program</source>
      <translation>程序</translation>
    </message>
    <message>
      <source>Programme</source>
      <translation>接种方案</translation>
    </message>
    <message>
      <source>Provisional number</source>
      <translation>临时编号</translation>
    </message>
    <message>
      <source>Put aside by the hub</source>
      <translation>被中心搁置</translation>
    </message>
    <message>
      <source>Put it aside and scan another vial.</source>
      <translation>请放到一边，另扫一瓶。</translation>
    </message>
    <message>
      <source>Reaction: {name}</source>
      <translation>反应：{name}</translation>
    </message>
    <message>
      <source>Reactions reported: {n}, serious: {m}</source>
      <translation>不良反应报告：{n} 例，其中严重：{m} 例</translation>
    </message>
    <message>
      <source>Read again from card or vial</source>
      <translation>重新核对了卡或瓶身</translation>
    </message>
    <message>
      <source>Read out</source>
      <translation>照读</translation>
    </message>
    <message>
      <source>Read out, in {language}</source>
      <translation>用{language}照读</translation>
    </message>
    <message>
      <source>Read out; there are no words in {language}</source>
      <translation>照读（没有{language}稿）</translation>
    </message>
    <message>
      <source>Reading the pack; with a large roster this takes a minute…</source>
      <translation>正在读取数据包；名册较大时需要约一分钟…</translation>
    </message>
    <message>
      <source>Reading the photo…</source>
      <translation>正在读取照片…</translation>
    </message>
    <message>
      <source>Reading {file}…</source>
      <translation>正在读取 {file}…</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>准备就绪</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Recalled</source>
      <translation>已召回</translation>
    </message>
    <message>
      <source>Recalled by the hub</source>
      <translation>中心召回</translation>
    </message>
    <message>
      <source>Receipt</source>
      <translation>收据</translation>
    </message>
    <message>
      <source>Receipts for {n} doses of neighbours wait for the next exchange.</source>
      <translation>邻近电脑 {n} 剂的回执待下次交接带回。</translation>
    </message>
    <message>
      <source>Receipts read. Newly confirmed doses: {n}.</source>
      <translation>已读取回执。新确认剂次：{n}。</translation>
    </message>
    <message>
      <source>Receipts: {n}, from {first} to {last}</source>
      <translation>收据：{n} 张，{first} 至 {last}</translation>
    </message>
    <message>
      <source>Receive a lot</source>
      <translation>疫苗入库</translation>
    </message>
    <message>
      <source>Receive {doses}</source>
      <translation>入库 {doses}</translation>
    </message>
    <message>
      <source>Received</source>
      <translation>入库</translation>
    </message>
    <message>
      <source>Received: {doses}</source>
      <translation>已入库：{doses}</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>记录</translation>
    </message>
    <message>
      <source>Record dose {n}, {site}</source>
      <translation>记录第{n}剂，{site}</translation>
    </message>
    <message>
      <source>Record for all of them</source>
      <translation>全部照此记录</translation>
    </message>
    <message>
      <source>Record the dose</source>
      <translation>记录本剂</translation>
    </message>
    <message>
      <source>Record the dose that was given</source>
      <translation>记录已接种的剂次</translation>
    </message>
    <message>
      <source>Record this person too</source>
      <translation>此人也记录</translation>
    </message>
    <message>
      <source>Record: not given</source>
      <translation>记录：未接种</translation>
    </message>
    <message>
      <source>Recorded twice</source>
      <translation>重复记录</translation>
    </message>
    <message>
      <source>Recorded: {doses} doses, {not_given} not given, {corrected} corrections.</source>
      <translation>已记录：接种 {doses} 剂，未接种 {not_given} 人，更正 {corrected} 条。</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>记录</translation>
    </message>
    <message>
      <source>Records of {name}</source>
      <translation>{name}的记录</translation>
    </message>
    <message>
      <source>Records struck through: {n}</source>
      <translation>划销记录：{n} 条</translation>
    </message>
    <message>
      <source>Refund</source>
      <translation>退款</translation>
    </message>
    <message>
      <source>Refunds: {n}. Fees left out by a named person: {m}</source>
      <translation>退款：{n} 笔。由具名人员免收：{m} 笔</translation>
    </message>
    <message>
      <source>Refused this dose: is not called about it any more.</source>
      <translation>拒绝这一剂：不再就此联系。</translation>
    </message>
    <message>
      <source>Refuses</source>
      <translation>拒绝</translation>
    </message>
    <message>
      <source>Register, looked up or by phone</source>
      <translation>接种系统查询或电话核实</translation>
    </message>
    <message>
      <source>Registration</source>
      <translation>登记</translation>
    </message>
    <message>
      <source>Release it</source>
      <translation>解除暂停</translation>
    </message>
    <message>
      <source>Release it: it may be used again</source>
      <translation>解除暂停：可以再使用</translation>
    </message>
    <message>
      <source>Reminder before the latest day, {day}</source>
      <translation>最晚日期前的提醒短信，{day}</translation>
    </message>
    <message>
      <source>Reminder that the dose is due, {day}</source>
      <translation>接种到期提醒短信，{day}</translation>
    </message>
    <message>
      <source>Report saved on this laptop: {name}</source>
      <translation>报告已保存在本机：{name}</translation>
    </message>
    <message>
      <source>Reported reactions</source>
      <translation>已报告的反应</translation>
    </message>
    <message>
      <source>Reported twice</source>
      <translation>重复报告</translation>
    </message>
    <message>
      <source>Reported: {reaction}</source>
      <translation>已报告：{reaction}</translation>
    </message>
    <message>
      <source>Reserve</source>
      <translation>备用空间</translation>
    </message>
    <message>
      <source>Rest of a vial at the end of the session</source>
      <translation>接种结束时瓶内剩余</translation>
    </message>
    <message>
      <source>Rest of a vial that was put away</source>
      <translation>换瓶时瓶内剩余</translation>
    </message>
    <message>
      <source>Return as expired</source>
      <translation>按过期退回</translation>
    </message>
    <message>
      <source>Return: {lot}</source>
      <translation>退回：{lot}</translation>
    </message>
    <message>
      <source>Returned</source>
      <translation>退回</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>角色</translation>
    </message>
    <message>
      <source>Roster</source>
      <translation>名册</translation>
    </message>
    <message>
      <source>Roster locked since {day}: sync</source>
      <translation>名册自 {day} 起已锁定：请同步</translation>
    </message>
    <message>
      <source>Roster read. New or changed people: {n}.</source>
      <translation>已读取名册。新增或有变动的人：{n}。</translation>
    </message>
    <message>
      <source>Row {number}, {name}: {said}</source>
      <translation>序号 {number}，{name}：{said}</translation>
    </message>
    <message>
      <source>Rule: {rule} · {edition} · {source}</source>
      <translation>依据：{rule} · {edition} · {source}</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>规则</translation>
    </message>
    <message>
      <source>Same document, another name</source>
      <translation>证件相同，姓名不同</translation>
    </message>
    <message>
      <source>Same document, same name</source>
      <translation>证件和姓名都相同</translation>
    </message>
    <message>
      <source>Same phone</source>
      <translation>电话相同</translation>
    </message>
    <message>
      <source>Same phone and same family</source>
      <translation>电话相同且为一家人</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save the correction</source>
      <translation>保存更正</translation>
    </message>
    <message>
      <source>Save the number</source>
      <translation>保存号码</translation>
    </message>
    <message>
      <source>Save this dose</source>
      <translation>保存该剂次</translation>
    </message>
    <message>
      <source>Save, next</source>
      <translation>保存，下一位</translation>
    </message>
    <message>
      <source>Saved on this laptop. Receipt {number}, {amount}: Ctrl T shows it.</source>
      <translation>已保存到本机。收据 {number}，{amount}：按 Ctrl T 查看。</translation>
    </message>
    <message>
      <source>Saved. It counts from the next unlock on.</source>
      <translation>已保存，下次解锁起生效。</translation>
    </message>
    <message>
      <source>Saved: not given</source>
      <translation>已保存：未接种</translation>
    </message>
    <message>
      <source>Saved: the dose that was given, and why so late.</source>
      <translation>已保存：已接种的剂次及补录原因。</translation>
    </message>
    <message>
      <source>Saved: {file}</source>
      <translation>已保存：{file}。</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>正在保存…</translation>
    </message>
    <message>
      <source>Say only who called. No vaccine, no disease.</source>
      <translation>只说是谁来电。不提疫苗，不提疾病。</translation>
    </message>
    <message>
      <source>Say why the fee is not taken.</source>
      <translation>请说明未收费用的原因。</translation>
    </message>
    <message>
      <source>Say why, in a few words.</source>
      <translation>请简要说明原因。</translation>
    </message>
    <message>
      <source>Says they had it elsewhere: is not called any more.</source>
      <translation>本人称已在别处接种：不再联系。</translation>
    </message>
    <message>
      <source>Scan a vial of it, or choose the product and type the lot’s number.</source>
      <translation>扫描该批号的疫苗瓶，或选择产品并输入批号。</translation>
    </message>
    <message>
      <source>Scan every vial: each scan of the same lot counts one more. Or type it.</source>
      <translation>逐瓶扫描：同一批号每扫一次加一瓶。也可以手工输入。</translation>
    </message>
    <message>
      <source>Scan it once more: the code itself may be damaged.</source>
      <translation>请再扫描一次：条码本身可能已损坏。</translation>
    </message>
    <message>
      <source>Scanner</source>
      <translation>扫码枪</translation>
    </message>
    <message>
      <source>Seafarer's passport</source>
      <translation>海员证</translation>
    </message>
    <message>
      <source>Seats left</source>
      <translation>剩余名额</translation>
    </message>
    <message>
      <source>Second copy</source>
      <translation>第二份副本</translation>
    </message>
    <message>
      <source>Second doses to call</source>
      <translation>第二剂随访</translation>
    </message>
    <message>
      <source>Sees no need</source>
      <translation>认为没必要</translation>
    </message>
    <message>
      <source>Send back: {doses}</source>
      <translation>退回上级：{doses}</translation>
    </message>
    <message>
      <source>Send it back</source>
      <translation>退回上级</translation>
    </message>
    <message>
      <source>Sending. You can go on working.</source>
      <translation>正在上传，可以继续工作。</translation>
    </message>
    <message>
      <source>Sending…</source>
      <translation>正在上传…</translation>
    </message>
    <message>
      <source>Sent back: {doses}</source>
      <translation>已退回上级：{doses}</translation>
    </message>
    <message>
      <source>Sent to the depot</source>
      <translation>退回上级</translation>
    </message>
    <message>
      <source>Sent to the printer {name}.</source>
      <translation>已发送到打印机 {name}。</translation>
    </message>
    <message>
      <source>Separators</source>
      <translation>分隔符</translation>
    </message>
    <message>
      <source>Serial number</source>
      <translation>序列号</translation>
    </message>
    <message>
      <source>Session</source>
      <translation>场次</translation>
    </message>
    <message>
      <source>Session summary</source>
      <translation>场次小结</translation>
    </message>
    <message>
      <source>Set the scanner to send GS1 separators (FNC1, ASCII 29) and AIM identifiers.</source>
      <translation>请将扫码枪设置为发送 GS1 分隔符（FNC1，ASCII 29）和 AIM 标识符。</translation>
    </message>
    <message>
      <source>Set the scanner’s keyboard language to this laptop’s keyboard, usually US English.</source>
      <translation>请将扫码枪的键盘语言设置为与本机键盘一致，一般为美式英语。</translation>
    </message>
    <message>
      <source>Set the scanner’s suffix to Enter (CR), not Tab.</source>
      <translation>请将扫码枪的后缀设置为回车（CR），而不是 Tab。</translation>
    </message>
    <message>
      <source>Set-up</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Setting up…</source>
      <translation>正在设置…</translation>
    </message>
    <message>
      <source>Several people may be meant. Scan a document.</source>
      <translation>可能有多人，请扫描证件。</translation>
    </message>
    <message>
      <source>Severe reaction</source>
      <translation>严重反应</translation>
    </message>
    <message>
      <source>Sex</source>
      <translation>性别</translation>
    </message>
    <message>
      <source>Should be</source>
      <translation>应为</translation>
    </message>
    <message>
      <source>Signature: {letters}…</source>
      <translation>签名：{letters}…</translation>
    </message>
    <message>
      <source>Signed by {who}. The code above holds all counts and the whole signature.</source>
      <translation>由{who}签名。上方二维码含全部数字和完整签名。</translation>
    </message>
    <message>
      <source>Single dose</source>
      <translation>单剂</translation>
    </message>
    <message>
      <source>Social security: {name}</source>
      <translation>社会医疗保险：{name}</translation>
    </message>
    <message>
      <source>Somebody else answered</source>
      <translation>他人接听</translation>
    </message>
    <message>
      <source>Somebody else: no vaccine, no disease</source>
      <translation>若是他人：不提疫苗，不提疾病</translation>
    </message>
    <message>
      <source>Somebody who leads or supervises types their PIN here. Nothing is recorded before.</source>
      <translation>请队长或主管在此输入自己的PIN码。确认之前不会作任何记录。</translation>
    </message>
    <message>
      <source>Someone else</source>
      <translation>他人接听</translation>
    </message>
    <message>
      <source>Something else came of it</source>
      <translation>结果记错</translation>
    </message>
    <message>
      <source>Something was not written down</source>
      <translation>有些出入库没有登记</translation>
    </message>
    <message>
      <source>Something went wrong in the program. What was saved is safe. Try again.</source>
      <translation>程序出错。已保存的记录是安全的。请再试一次。</translation>
    </message>
    <message>
      <source>Staff</source>
      <translation>工作人员</translation>
    </message>
    <message>
      <source>Still counting whose next dose is due…</source>
      <translation>正在统计谁的下一剂到期……</translation>
    </message>
    <message>
      <source>Still counting…</source>
      <translation>统计中……</translation>
    </message>
    <message>
      <source>Still to ask: {what}</source>
      <translation>尚待询问：{what}</translation>
    </message>
    <message>
      <source>Stock</source>
      <translation>库存</translation>
    </message>
    <message>
      <source>Stopped: the same file again goes on from here.</source>
      <translation>已停止：再次导入同一文件会从这里继续。</translation>
    </message>
    <message>
      <source>Store</source>
      <translation>库存</translation>
    </message>
    <message>
      <source>Strike the dose of {name} through, because…</source>
      <translation>作废 {name} 的这一剂，原因是…</translation>
    </message>
    <message>
      <source>Strike the last dose through, because…</source>
      <translation>作废上一剂，原因是…</translation>
    </message>
    <message>
      <source>Strike this report through? It stays to be seen. Why?</source>
      <translation>作废此报告？报告仍会保留可见。原因？</translation>
    </message>
    <message>
      <source>Strike through</source>
      <translation>作废</translation>
    </message>
    <message>
      <source>Strike through, because… ({record})</source>
      <translation>作废原因（{record}）</translation>
    </message>
    <message>
      <source>Struck through</source>
      <translation>已作废</translation>
    </message>
    <message>
      <source>Struck through. Give {amount} back. Receipt {number}: Ctrl T shows it.</source>
      <translation>已作废。请退还 {amount}。收据 {number}：按 Ctrl T 查看。</translation>
    </message>
    <message>
      <source>Struck through. The record stays, and says why.</source>
      <translation>已作废。记录仍保留，并注明原因。</translation>
    </message>
    <message>
      <source>Switch Caps Lock off.</source>
      <translation>请关闭大写锁定。</translation>
    </message>
    <message>
      <source>Switch off the scanner’s function key mapping: it sends arrows for separators.</source>
      <translation>请关闭扫码枪的功能键映射：它用方向键代替了分隔符。</translation>
    </message>
    <message>
      <source>Switch the Chinese input method to English (Shift) before scanning.</source>
      <translation>扫描前请按 Shift 将中文输入法切换到英文。</translation>
    </message>
    <message>
      <source>Sync</source>
      <translation>同步</translation>
    </message>
    <message>
      <source>TEST</source>
      <translation>测试</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Tab 键</translation>
    </message>
    <message>
      <source>Taiwan permit</source>
      <translation>台湾居民通行证</translation>
    </message>
    <message>
      <source>Take back “{what}” of {name}. Why?</source>
      <translation>撤回{name}的“{what}”。为什么？</translation>
    </message>
    <message>
      <source>Take it back</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Take the link back</source>
      <translation>取消关联</translation>
    </message>
    <message>
      <source>Take the recall back</source>
      <translation>撤销召回</translation>
    </message>
    <message>
      <source>Taken back. Both stay in the list.</source>
      <translation>已撤回。两条记录都保留。</translation>
    </message>
    <message>
      <source>Taken back: {what}</source>
      <translation>撤回：{what}</translation>
    </message>
    <message>
      <source>Taken by</source>
      <translation>经手人</translation>
    </message>
    <message>
      <source>Team and first person</source>
      <translation>队伍和第一位人员</translation>
    </message>
    <message>
      <source>Team, your name and your login are needed.</source>
      <translation>请填写接种队、您的姓名和登录名。</translation>
    </message>
    <message>
      <source>Test page</source>
      <translation>测试页</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>That day at the latest: enter the other dose (F4) for the exact day.</source>
      <translation>最迟为该日；录入另一剂（F4）可得准确日期。</translation>
    </message>
    <message>
      <source>That is no amount of money.</source>
      <translation>这不是金额。</translation>
    </message>
    <message>
      <source>That is no number of vials.</source>
      <translation>这不是瓶数。</translation>
    </message>
    <message>
      <source>The PIN is missing.</source>
      <translation>缺少PIN码。</translation>
    </message>
    <message>
      <source>The birth date is not a date: write YYYY-MM-DD, or YYYY-MM, or the year alone.</source>
      <translation>出生日期无法识别：请写成 年-月-日、年-月，或只写年份。</translation>
    </message>
    <message>
      <source>The birth date lies in the future.</source>
      <translation>出生日期在将来。</translation>
    </message>
    <message>
      <source>The boat leaves</source>
      <translation>船要开了</translation>
    </message>
    <message>
      <source>The booking is for {place}.</source>
      <translation>预约地点是{place}。</translation>
    </message>
    <message>
      <source>The cash adds up.</source>
      <translation>现金对得上。</translation>
    </message>
    <message>
      <source>The cash differs. What happened, and who knows of it?</source>
      <translation>现金有差额。发生了什么？谁知情？</translation>
    </message>
    <message>
      <source>The cash is no amount: type a number, 0 for none.</source>
      <translation>备用金不是金额：请输入数字，没有则填 0。</translation>
    </message>
    <message>
      <source>The code is signed and holds the newest {n} doses; the older ones stand here only.</source>
      <translation>二维码已签名，含最近 {n} 剂；更早的只印在卡上。</translation>
    </message>
    <message>
      <source>The code is signed: any team can prove it without a network.</source>
      <translation>二维码已签名：任何接种队无需网络即可核验。</translation>
    </message>
    <message>
      <source>The course is complete. Nothing more is due in this programme.</source>
      <translation>全程已完成。本规划内无需再接种。</translation>
    </message>
    <message>
      <source>The date is not a date: write YYYY-MM-DD.</source>
      <translation>日期格式不对：请写成 年-月-日，如 2026-11-22。</translation>
    </message>
    <message>
      <source>The date lies before the person was born.</source>
      <translation>日期早于出生日期。</translation>
    </message>
    <message>
      <source>The date lies in the future.</source>
      <translation>日期在今天之后。</translation>
    </message>
    <message>
      <source>The day is not a day: write +3, 24 or YYYY-MM-DD.</source>
      <translation>日期无效：请写 +3、24 或 年-月-日。</translation>
    </message>
    <message>
      <source>The day is over: enter one from today on.</source>
      <translation>这一天已过：请输入今天或以后的日期。</translation>
    </message>
    <message>
      <source>The day or time was wrong</source>
      <translation>日期或时间有误</translation>
    </message>
    <message>
      <source>The document's number cannot be right. Scan it, or type it again.</source>
      <translation>证件号码不可能是这样。请扫描或重新输入。</translation>
    </message>
    <message>
      <source>The dose is given all the same. Why, and who decided?</source>
      <translation>仍要接种。原因是什么？由谁决定？</translation>
    </message>
    <message>
      <source>The dose is in the history, with where it is known from.</source>
      <translation>该剂次已计入接种史，并注明来源。</translation>
    </message>
    <message>
      <source>The exact birth date decides: ask for a paper with it.</source>
      <translation>结论取决于确切的出生日期，而目前不详：请查看写有该日期的证件。</translation>
    </message>
    <message>
      <source>The expiry date is not a date: write YYYY-MM-DD or YYYY-MM.</source>
      <translation>有效期格式不对：请写成 年-月-日 或 年-月。</translation>
    </message>
    <message>
      <source>The expiry is not a date: write YYYY-MM-DD.</source>
      <translation>有效期不是日期：请写成 年-月-日。</translation>
    </message>
    <message>
      <source>The family is against it</source>
      <translation>家人反对</translation>
    </message>
    <message>
      <source>The fee of this receipt was given back in full.</source>
      <translation>此收据的费用已全额退还。</translation>
    </message>
    <message>
      <source>The file is deleted.</source>
      <translation>文件已删除。</translation>
    </message>
    <message>
      <source>The first dose: the PIN, Enter; the number of somebody to scan, Enter; the code of a vial, Enter;
F7 (asked, all no); F9 records it, and soon the hub has it.</source>
      <translation>第一剂：PIN，Enter；可扫描的人的号码，Enter；疫苗的码，Enter；
F7（已询问，全部为否）；F9 记录，中心很快就会收到。</translation>
    </message>
    <message>
      <source>The first {n} of {all}</source>
      <translation>前 {n} 人，共 {all} 人</translation>
    </message>
    <message>
      <source>The history holds an impossible date. Correct it first.</source>
      <translation>接种史中有不可能的日期，请先更正。</translation>
    </message>
    <message>
      <source>The hub asks a person to look at these records.</source>
      <translation>中心请人工查看这些记录。</translation>
    </message>
    <message>
      <source>The hub cannot read it. Strike it through and record it again.</source>
      <translation>中心无法读取。请作废后重新记录。</translation>
    </message>
    <message>
      <source>The hub does not know this vaccine. Correct it, or ask the supervisor.</source>
      <translation>中心没有该疫苗。请更正，或询问主管。</translation>
    </message>
    <message>
      <source>The hub holds two doses of one day: given twice, or written twice?</source>
      <translation>中心有同一天的两剂记录：是接种了两次，还是登记了两次？</translation>
    </message>
    <message>
      <source>The hub is older than this laptop. It counts once the hub is updated.</source>
      <translation>中心的版本比本机旧，中心更新后即计入。</translation>
    </message>
    <message>
      <source>The hub put it aside. Ask the supervisor.</source>
      <translation>中心已搁置该记录，请询问主管。</translation>
    </message>
    <message>
      <source>The laptop was off meanwhile: counted by the clock</source>
      <translation>其间电脑曾关机：按时钟计算</translation>
    </message>
    <message>
      <source>The link is taken back: the hub sees two people again.</source>
      <translation>关联已撤销：中心重新视为两个人。</translation>
    </message>
    <message>
      <source>The logger was wrong</source>
      <translation>温度记录仪有误</translation>
    </message>
    <message>
      <source>The lot is missing. It is on the vial.</source>
      <translation>缺少批号，请看瓶身。</translation>
    </message>
    <message>
      <source>The name is a number or a code. Was something scanned into it?</source>
      <translation>姓名是号码或条码。是否误扫到此栏？</translation>
    </message>
    <message>
      <source>The name is missing.</source>
      <translation>缺少姓名。</translation>
    </message>
    <message>
      <source>The name is missing. What is the person called?</source>
      <translation>缺少姓名。此人怎么称呼？</translation>
    </message>
    <message>
      <source>The number before stays readable in their records.</source>
      <translation>原号码仍保留在记录中。</translation>
    </message>
    <message>
      <source>The number of doses cannot be right.</source>
      <translation>剂数不可能是这样。</translation>
    </message>
    <message>
      <source>The open vial</source>
      <translation>已开启的那瓶</translation>
    </message>
    <message>
      <source>The operation is open. Good day!</source>
      <translation>场次已开启，祝一切顺利！</translation>
    </message>
    <message>
      <source>The operation’s number is missing: type a number.</source>
      <translation>缺少场次编号：请输入数字。</translation>
    </message>
    <message>
      <source>The page to sign is in {file}</source>
      <translation>待签字的页面保存在 {file}</translation>
    </message>
    <message>
      <source>The people of this laptop</source>
      <translation>本机人员</translation>
    </message>
    <message>
      <source>The person has no name. Correct the registration.</source>
      <translation>此人没有姓名，请更正登记。</translation>
    </message>
    <message>
      <source>The person left</source>
      <translation>本人已离开</translation>
    </message>
    <message>
      <source>The person refused</source>
      <translation>本人拒绝</translation>
    </message>
    <message>
      <source>The person says so</source>
      <translation>本人这样说</translation>
    </message>
    <message>
      <source>The person's registration is put aside. Correct that first.</source>
      <translation>此人的登记被搁置，请先更正登记。</translation>
    </message>
    <message>
      <source>The person’s word</source>
      <translation>本人口述</translation>
    </message>
    <message>
      <source>The phone number cannot be right. Correct it, or leave it empty.</source>
      <translation>电话号码不对。请更正，或留空。</translation>
    </message>
    <message>
      <source>The recall was withdrawn</source>
      <translation>召回已撤销</translation>
    </message>
    <message>
      <source>The refused rows are in {file}: correct them and bring that file back.</source>
      <translation>未接受的行在 {file} 中：改正后再导入该文件。</translation>
    </message>
    <message>
      <source>The report is struck through.</source>
      <translation>报告已作废。</translation>
    </message>
    <message>
      <source>The request is on the stick: {file}. Bring it to the hub, then read its pack here, or later in the sync room.</source>
      <translation>申请已写入 U 盘：{file}。请带到中心，然后在此处或以后在同步页面读取数据包。</translation>
    </message>
    <message>
      <source>The rest of the news (roster) did not arrive; it goes on next time.</source>
      <translation>其余更新（名册）未收完，下次同步时继续。</translation>
    </message>
    <message>
      <source>The rest of the vial before, {n} doses, is written off.</source>
      <translation>上一瓶剩余 {n} 剂已损耗。</translation>
    </message>
    <message>
      <source>The right number, if somebody knows it</source>
      <translation>正确号码（如果知道）</translation>
    </message>
    <message>
      <source>The roster is locked since {day}: sync.</source>
      <translation>名册自 {day} 起已锁定：请同步。</translation>
    </message>
    <message>
      <source>The roster is locked: what other teams gave since then, and whom the hub wrote to, is not known here. A sync opens it again, or a roster from a stick.</source>
      <translation>名册已锁定：此后其他队伍的接种，以及中心给谁发过短信，本机都不知道。同步或从 U 盘读取名册即可重新打开。</translation>
    </message>
    <message>
      <source>The rules propose no further try. Enter a day to try again all the same.</source>
      <translation>按规则不再建议拨打。如仍要再打，请输入日期。</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>再输一次</translation>
    </message>
    <message>
      <source>The same document was shown</source>
      <translation>出示了同一证件</translation>
    </message>
    <message>
      <source>The same person, registered by another team</source>
      <translation>同一人，由其他队伍登记</translation>
    </message>
    <message>
      <source>The same person: {name}</source>
      <translation>同一人：{name}</translation>
    </message>
    <message>
      <source>The same person? Write name and document into the workbook as they are known, and bring it back again. The workbook says: {dose}</source>
      <translation>若是同一人：请在工作簿中按已有记录填写姓名和证件，再重新导入。工作簿中为：{dose}</translation>
    </message>
    <message>
      <source>The scanner is set to another keyboard than this laptop. Ctrl G says what to do.</source>
      <translation>扫码枪的键盘设置与本机不同。按 Ctrl G 查看处理方法。</translation>
    </message>
    <message>
      <source>The scanner left out a separator: lot and serial number may have run together. Correct the lot. Ctrl G says how to set the scanner.</source>
      <translation>扫码枪漏发了分隔符：批号与序列号可能连在一起。请更正批号。按 Ctrl G 查看如何设置扫码枪。</translation>
    </message>
    <message>
      <source>The session as a workbook</source>
      <translation>本场次的工作簿</translation>
    </message>
    <message>
      <source>The shake test shows no freezing</source>
      <translation>振荡试验未见冻结</translation>
    </message>
    <message>
      <source>The supervisor decided about these records. Nothing is to do.</source>
      <translation>主管已对这些记录作出裁定，无需处理。</translation>
    </message>
    <message>
      <source>The supervisor decided that it counts for nothing. Nothing is to do.</source>
      <translation>主管已裁定不计入，无需处理。</translation>
    </message>
    <message>
      <source>The supervisor decided: one dose, written twice. It counts once.</source>
      <translation>主管已裁定：同一剂记了两次，只计一次。</translation>
    </message>
    <message>
      <source>The supervisor decided: the dose counts as it stands.</source>
      <translation>主管已裁定：这一剂照此有效。</translation>
    </message>
    <message>
      <source>The supervisor decided: the dose does not count and is to be repeated.</source>
      <translation>主管已裁定：这一剂不算数，需要补种。</translation>
    </message>
    <message>
      <source>The supervisor decided: these registrations are one person.</source>
      <translation>主管已裁定：这些登记是同一个人。</translation>
    </message>
    <message>
      <source>The supervisor decided: two doses were given. Both count.</source>
      <translation>主管已裁定：确实接种了两剂，两剂都计入。</translation>
    </message>
    <message>
      <source>The supervisor decided: two people with the same document.</source>
      <translation>主管已裁定：同一证件，是两个人。</translation>
    </message>
    <message>
      <source>The supplier says it is good</source>
      <translation>供应单位确认可用</translation>
    </message>
    <message>
      <source>The sync log is in {file}</source>
      <translation>同步日志已存到 {file}</translation>
    </message>
    <message>
      <source>The time is not a time: write HH:MM.</source>
      <translation>时间格式不对：请写成 时:分。</translation>
    </message>
    <message>
      <source>The time lies in the future.</source>
      <translation>时间还没有到。</translation>
    </message>
    <message>
      <source>The two PINs are not the same.</source>
      <translation>两次输入的PIN不一致。</translation>
    </message>
    <message>
      <source>The vial in hand is another kind of vaccine than the course.</source>
      <translation>手中的疫苗与已接种的不是同一类。</translation>
    </message>
    <message>
      <source>The vial is put away, {n} doses wasted.</source>
      <translation>该瓶已收起，损耗 {n} 剂。</translation>
    </message>
    <message>
      <source>The workbook is right: correct the record</source>
      <translation>以工作簿为准：更正记录</translation>
    </message>
    <message>
      <source>Their PIN</source>
      <translation>其PIN码</translation>
    </message>
    <message>
      <source>Their new PIN</source>
      <translation>此人的新 PIN</translation>
    </message>
    <message>
      <source>Then it must not be used again: it is thrown away at the close.</source>
      <translation>该瓶不得再用：收工时弃去。</translation>
    </message>
    <message>
      <source>There is nothing of our hub on the stick.</source>
      <translation>U盘上没有本中心的内容。</translation>
    </message>
    <message>
      <source>These records are safe and count for nothing until they are put right.</source>
      <translation>这些记录是安全的，但在更正之前不计入。</translation>
    </message>
    <message>
      <source>These records are safe; the hub asks that a person looks at them.</source>
      <translation>这些记录是安全的；中心请人工查看。</translation>
    </message>
    <message>
      <source>They are linked by way of a third registration: take that link back there.</source>
      <translation>两者通过第三份登记相关联：请在那里取消关联。</translation>
    </message>
    <message>
      <source>They are never called again. A mistake can be taken back.</source>
      <translation>今后不再联系。记错可以撤回。</translation>
    </message>
    <message>
      <source>They are not called any more. Tell them that any team gives it.</source>
      <translation>不再联系。请告知任何接种队都可接种。</translation>
    </message>
    <message>
      <source>They are one person now. It can be taken back.</source>
      <translation>现已视为同一个人，可以撤回。</translation>
    </message>
    <message>
      <source>They are one person. How do you know?</source>
      <translation>是同一个人。依据是什么？</translation>
    </message>
    <message>
      <source>They are two people</source>
      <translation>是两个人</translation>
    </message>
    <message>
      <source>They are two people, and are not asked about again.</source>
      <translation>已记为两个人，不再询问。</translation>
    </message>
    <message>
      <source>They are two people. How do you know?</source>
      <translation>是两个人。依据是什么？</translation>
    </message>
    <message>
      <source>They left…</source>
      <translation>已离开…</translation>
    </message>
    <message>
      <source>They were linked by mistake</source>
      <translation>误作关联</translation>
    </message>
    <message>
      <source>This came at the pace of a hand. Scan instead of typing, or set the scanner faster.</source>
      <translation>输入速度像手工打字。请用扫码枪扫描，或将扫码枪的发送速度调快。</translation>
    </message>
    <message>
      <source>This document is on record under another name. Ask whose it is. Both registrations stay: nobody is merged.</source>
      <translation>该证件已登记在另一姓名下。请问清是谁的证件。两份登记都保留，不会合并。</translation>
    </message>
    <message>
      <source>This laptop</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>This laptop has joined the hub as number {n}.</source>
      <translation>本机已加入中心，编号 {n}。</translation>
    </message>
    <message>
      <source>This laptop has not joined a hub yet. Everything is saved here.</source>
      <translation>本机尚未加入中心。所有记录都保存在本机。</translation>
    </message>
    <message>
      <source>This operation was opened on {day}. Go on with it, or count and close it now?</source>
      <translation>本场次于 {day} 开启。继续进行，还是现在清点并结束？</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>To find again</source>
      <translation>查找线索</translation>
    </message>
    <message>
      <source>To join a hub both its address and the code are needed.</source>
      <translation>加入中心需要地址和注册码。</translation>
    </message>
    <message>
      <source>To see to today</source>
      <translation>今日待办</translation>
    </message>
    <message>
      <source>To write one, open the operation first.</source>
      <translation>要导出，请先开启场次。</translation>
    </message>
    <message>
      <source>Together</source>
      <translation>合计</translation>
    </message>
    <message>
      <source>Too cold</source>
      <translation>温度过低</translation>
    </message>
    <message>
      <source>Too early</source>
      <translation>时间未到</translation>
    </message>
    <message>
      <source>Too early after the last dose.</source>
      <translation>距上一剂时间太短。</translation>
    </message>
    <message>
      <source>Too soon after another live vaccine.</source>
      <translation>距另一种活疫苗时间太短。</translation>
    </message>
    <message>
      <source>Too soon after another vaccine.</source>
      <translation>距其他疫苗时间太短。</translation>
    </message>
    <message>
      <source>Too soon after the infection.</source>
      <translation>距感染时间太短。</translation>
    </message>
    <message>
      <source>Too warm</source>
      <translation>受热</translation>
    </message>
    <message>
      <source>Too young for this vaccine.</source>
      <translation>未到此疫苗的接种年龄。</translation>
    </message>
    <message>
      <source>Trust list too old</source>
      <translation>可信名单过旧</translation>
    </message>
    <message>
      <source>Try again on</source>
      <translation>下次再打</translation>
    </message>
    <message>
      <source>Two people</source>
      <translation>是两个人</translation>
    </message>
    <message>
      <source>Type how many doses a vial holds.</source>
      <translation>请输入每瓶剂数。</translation>
    </message>
    <message>
      <source>Type the last usable day as {example}.</source>
      <translation>请按 {example} 的格式输入有效期。</translation>
    </message>
    <message>
      <source>Type the lot’s number.</source>
      <translation>请输入批号。</translation>
    </message>
    <message>
      <source>Type the number first.</source>
      <translation>请先输入号码。</translation>
    </message>
    <message>
      <source>Type whole numbers of vials and doses.</source>
      <translation>瓶数和剂数请输入整数。</translation>
    </message>
    <message>
      <source>Typed by</source>
      <translation>输入来源</translation>
    </message>
    <message>
      <source>Typed for the wrong lot</source>
      <translation>批号输错</translation>
    </message>
    <message>
      <source>Typed wrongly</source>
      <translation>输入有误</translation>
    </message>
    <message>
      <source>USB stick</source>
      <translation>U盘</translation>
    </message>
    <message>
      <source>Unknown here whether the hub wrote: it comes with the roster, by a sync</source>
      <translation>本机不知道中心是否发过短信：同步取得名册后才知道</translation>
    </message>
    <message>
      <source>Unknown issuer</source>
      <translation>签发方未知</translation>
    </message>
    <message>
      <source>Unusual reactions after it</source>
      <translation>接种后出现异常反应</translation>
    </message>
    <message>
      <source>Use first</source>
      <translation>优先使用</translation>
    </message>
    <message>
      <source>VVM {stage}</source>
      <translation>VVM {stage} 级</translation>
    </message>
    <message>
      <source>Vaccinated: {n}</source>
      <translation>接种人数：{n}</translation>
    </message>
    <message>
      <source>Vaccination card</source>
      <translation>接种卡</translation>
    </message>
    <message>
      <source>Vaccine</source>
      <translation>疫苗</translation>
    </message>
    <message>
      <source>Vaccine, in doses: loaded = given + wasted + returned</source>
      <translation>疫苗（剂）：装载 = 接种 + 损耗 + 退回</translation>
    </message>
    <message>
      <source>Valid card</source>
      <translation>有效卡</translation>
    </message>
    <message>
      <source>Valid card of {name}, signed by {team}. Whose is it?</source>
      <translation>{name} 的有效卡，由“{team}”签发。是哪一位？</translation>
    </message>
    <message>
      <source>Valid card, signed by {team}.</source>
      <translation>有效卡，由“{team}”签发。</translation>
    </message>
    <message>
      <source>Valid card, signed by {team}. Its doses are added when this is saved.</source>
      <translation>有效卡，由“{team}”签发。保存后加入其剂次。</translation>
    </message>
    <message>
      <source>Vehicle or boat</source>
      <translation>车辆或船只</translation>
    </message>
    <message>
      <source>Vial</source>
      <translation>疫苗</translation>
    </message>
    <message>
      <source>Vial monitor at its end</source>
      <translation>热敏标签已到废弃点</translation>
    </message>
    <message>
      <source>Vial opened</source>
      <translation>开启一瓶</translation>
    </message>
    <message>
      <source>Vial used up</source>
      <translation>一瓶用完</translation>
    </message>
    <message>
      <source>Wait until well, or until the gap is over. Nothing is lost.</source>
      <translation>请等身体恢复，或间隔期满。不会影响以后接种。</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>等待送出</translation>
    </message>
    <message>
      <source>Walk-ins</source>
      <translation>现场到来</translation>
    </message>
    <message>
      <source>Wants no calls</source>
      <translation>不愿接电话</translation>
    </message>
    <message>
      <source>Wants no calls: do not call.</source>
      <translation>不愿接电话：请勿拨打。</translation>
    </message>
    <message>
      <source>Wants no messages</source>
      <translation>不愿收短信</translation>
    </message>
    <message>
      <source>Was every dose drawn cleanly?</source>
      <translation>每次抽取是否均无菌操作？</translation>
    </message>
    <message>
      <source>Was it kept cold all the time?</source>
      <translation>是否始终冷藏？</translation>
    </message>
    <message>
      <source>Was it never under water or melted ice?</source>
      <translation>是否从未浸入水或融冰？</translation>
    </message>
    <message>
      <source>Was it serious? F7 when none of these; otherwise choose which.</source>
      <translation>是否严重？都没有按 F7，否则请选择。</translation>
    </message>
    <message>
      <source>Waste {doses}</source>
      <translation>损耗 {doses}</translation>
    </message>
    <message>
      <source>Waste: {lot}</source>
      <translation>损耗：{lot}</translation>
    </message>
    <message>
      <source>Wasted</source>
      <translation>损耗</translation>
    </message>
    <message>
      <source>Wasted, because…</source>
      <translation>损耗，原因…</translation>
    </message>
    <message>
      <source>Wasted: {doses}</source>
      <translation>损耗：{doses}</translation>
    </message>
    <message>
      <source>Watch</source>
      <translation>留观</translation>
    </message>
    <message>
      <source>Watched</source>
      <translation>留观</translation>
    </message>
    <message>
      <source>Watched afterwards: {n}</source>
      <translation>留观人数：{n}</translation>
    </message>
    <message>
      <source>We know the person</source>
      <translation>我们认识此人</translation>
    </message>
    <message>
      <source>Well, before their time was over: the boat leaves</source>
      <translation>船要开，提前离开，状态良好</translation>
    </message>
    <message>
      <source>What</source>
      <translation>何种疫苗</translation>
    </message>
    <message>
      <source>What about {lot}?</source>
      <translation>如何处理 {lot}？</translation>
    </message>
    <message>
      <source>What becomes of it</source>
      <translation>如何处理</translation>
    </message>
    <message>
      <source>What becomes of the fee? Choose one.</source>
      <translation>费用如何处理？请选择。</translation>
    </message>
    <message>
      <source>What came of it</source>
      <translation>结果</translation>
    </message>
    <message>
      <source>What do they wish? Choose one.</source>
      <translation>本人希望怎样？请选一项。</translation>
    </message>
    <message>
      <source>What it refers to has not reached the hub yet. It counts when that comes.</source>
      <translation>它引用的记录尚未送达中心，送达后即计入。</translation>
    </message>
    <message>
      <source>What it said before stays readable, with who corrected it and why.</source>
      <translation>原内容仍可查看，并注明更正人和原因。</translation>
    </message>
    <message>
      <source>What they wish</source>
      <translation>本人意愿</translation>
    </message>
    <message>
      <source>What was half typed for this person is here again.</source>
      <translation>已恢复此人未填完的内容。</translation>
    </message>
    <message>
      <source>What was half typed here is back.</source>
      <translation>上次未填完的内容已恢复。</translation>
    </message>
    <message>
      <source>What was half written is here again.</source>
      <translation>未写完的内容已恢复。</translation>
    </message>
    <message>
      <source>What was seen? Choose by number.</source>
      <translation>观察到什么？请按数字选择。</translation>
    </message>
    <message>
      <source>When it began lies in the future.</source>
      <translation>开始时间在将来。</translation>
    </message>
    <message>
      <source>When it is them, and the year is right</source>
      <translation>确认是本人、出生年份相符后</translation>
    </message>
    <message>
      <source>When, if they know</source>
      <translation>何时（如果知道）</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>何处</translation>
    </message>
    <message>
      <source>Where shall the workbook go?</source>
      <translation>工作簿保存到哪里？</translation>
    </message>
    <message>
      <source>Where to</source>
      <translation>搬往何处</translation>
    </message>
    <message>
      <source>Where to look</source>
      <translation>到哪里找</translation>
    </message>
    <message>
      <source>Where, as the card says</source>
      <translation>接种地点（按卡上所写）</translation>
    </message>
    <message>
      <source>Which day</source>
      <translation>哪一天来</translation>
    </message>
    <message>
      <source>Which day do they come? Write +3, 24 or YYYY-MM-DD.</source>
      <translation>哪天来？请写 +3、24 或 年-月-日。</translation>
    </message>
    <message>
      <source>Which language they speak</source>
      <translation>对方讲什么语言</translation>
    </message>
    <message>
      <source>Which lot? Scan a vial, or type what is printed on the box.</source>
      <translation>哪个批号？请扫描疫苗瓶，或输入包装上印的批号。</translation>
    </message>
    <message>
      <source>Which notice recalls {lot}?</source>
      <translation>{lot} 依据哪份通知召回？</translation>
    </message>
    <message>
      <source>Which vaccine is it? Choose it from the list.</source>
      <translation>是哪种疫苗？请从列表中选择。</translation>
    </message>
    <message>
      <source>Which vaccine was it? Choose one.</source>
      <translation>接种的是哪种疫苗？请选择。</translation>
    </message>
    <message>
      <source>Which workbook comes back?</source>
      <translation>导入哪个工作簿？</translation>
    </message>
    <message>
      <source>Who confirms it</source>
      <translation>确认人</translation>
    </message>
    <message>
      <source>Who confirms it? Choose one.</source>
      <translation>由谁确认？请选择。</translation>
    </message>
    <message>
      <source>Who gave it? Choose one.</source>
      <translation>由谁接种？请选择。</translation>
    </message>
    <message>
      <source>Who got it here?</source>
      <translation>本机有谁接种过？</translation>
    </message>
    <message>
      <source>Who got {lot}</source>
      <translation>接种过 {lot} 的人</translation>
    </message>
    <message>
      <source>Who is it?</source>
      <translation>是哪一位？</translation>
    </message>
    <message>
      <source>Who pays, or who decided it</source>
      <translation>付款人，或决定人</translation>
    </message>
    <message>
      <source>Who took the message</source>
      <translation>由谁转告</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Why do they refuse? Choose one.</source>
      <translation>为什么拒绝？请选一项。</translation>
    </message>
    <message>
      <source>Why hold {lot}?</source>
      <translation>为什么暂停使用 {lot}？</translation>
    </message>
    <message>
      <source>Why is it another number than the book’s? Alt and the number</source>
      <translation>为什么与账面不同？按 Alt 加数字</translation>
    </message>
    <message>
      <source>Why is it corrected? Choose a reason.</source>
      <translation>为何更正？请选择原因。</translation>
    </message>
    <message>
      <source>Why it is corrected</source>
      <translation>更正原因</translation>
    </message>
    <message>
      <source>Why it is not taken</source>
      <translation>未收原因</translation>
    </message>
    <message>
      <source>Why it is written late, or was given all the same</source>
      <translation>补录或仍然接种的原因</translation>
    </message>
    <message>
      <source>Why release {lot}?</source>
      <translation>为什么解除 {lot}？</translation>
    </message>
    <message>
      <source>Why take the recall of {lot} back?</source>
      <translation>为什么撤销 {lot} 的召回？</translation>
    </message>
    <message>
      <source>Why? Alt and the number</source>
      <translation>原因？按 Alt 加数字</translation>
    </message>
    <message>
      <source>Will come</source>
      <translation>会来</translation>
    </message>
    <message>
      <source>Window: {first} to {last}.</source>
      <translation>应在{first}至{last}之间接种。</translation>
    </message>
    <message>
      <source>With a date it counts as a dose, on their word.</source>
      <translation>有日期时按本人所述计为一剂。</translation>
    </message>
    <message>
      <source>With a phone</source>
      <translation>有电话</translation>
    </message>
    <message>
      <source>With them go {n} doses held for neighbours.</source>
      <translation>另含代邻近电脑保管的 {n} 剂记录。</translation>
    </message>
    <message>
      <source>Without a birth date no day can be said: ask for it.</source>
      <translation>没有出生日期，无法推算：请先询问。</translation>
    </message>
    <message>
      <source>Without a phone</source>
      <translation>无电话</translation>
    </message>
    <message>
      <source>Workbooks (*.xlsx *.csv);;All files (*)</source>
      <translation>工作簿 (*.xlsx *.csv);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Write down</source>
      <translation>写入</translation>
    </message>
    <message>
      <source>Write this number on the card: {number}</source>
      <translation>请把此编号写在卡上：{number}</translation>
    </message>
    <message>
      <source>Writing {file}…</source>
      <translation>正在写入 {file}…</translation>
    </message>
    <message>
      <source>Written down twice</source>
      <translation>重复记录</translation>
    </message>
    <message>
      <source>Written down when it was loaded</source>
      <translation>装箱时补登</translation>
    </message>
    <message>
      <source>Written: {file}. It holds nothing about anybody.</source>
      <translation>已写入：{file}。其中没有任何人的信息。</translation>
    </message>
    <message>
      <source>Wrong dose</source>
      <translation>剂次有误</translation>
    </message>
    <message>
      <source>Wrong label or packing</source>
      <translation>标签或包装有误</translation>
    </message>
    <message>
      <source>Wrong number</source>
      <translation>号码错误</translation>
    </message>
    <message>
      <source>Wrong number: somebody has to go there</source>
      <translation>号码错误：须上门</translation>
    </message>
    <message>
      <source>Wrong person</source>
      <translation>接种对象有误</translation>
    </message>
    <message>
      <source>Wrong vaccine or lot</source>
      <translation>疫苗或批号有误</translation>
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation>年-月-日</translation>
    </message>
    <message>
      <source>YYYY-MM-DD or YYYY</source>
      <translation>年-月-日，或仅年</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>Yes, shown</source>
      <translation>是，已出示</translation>
    </message>
    <message>
      <source>Your PIN</source>
      <translation>您的 PIN</translation>
    </message>
    <message>
      <source>Your new PIN</source>
      <translation>您的新 PIN</translation>
    </message>
    <message>
      <source>Your own PIN</source>
      <translation>您自己的 PIN</translation>
    </message>
    <message>
      <source>Your own PIN is missing.</source>
      <translation>请输入您自己的 PIN。</translation>
    </message>
    <message>
      <source>a card</source>
      <translation>接种卡</translation>
    </message>
    <message>
      <source>a character cannot be right</source>
      <translation>有字符不对</translation>
    </message>
    <message>
      <source>a doctor first</source>
      <translation>先问医生</translation>
    </message>
    <message>
      <source>a dose</source>
      <translation>一剂</translation>
    </message>
    <message>
      <source>a scanner, {ms} ms a key</source>
      <translation>扫码枪，每键 {ms} 毫秒</translation>
    </message>
    <message>
      <source>adds up</source>
      <translation>相符</translation>
    </message>
    <message>
      <source>again {day}</source>
      <translation>{day} 再打</translation>
    </message>
    <message>
      <source>arm</source>
      <translation>接种部位</translation>
    </message>
    <message>
      <source>as ASCII 29</source>
      <translation>ASCII 29</translation>
    </message>
    <message>
      <source>as Alt 029</source>
      <translation>Alt 029</translation>
    </message>
    <message>
      <source>as Ctrl ]</source>
      <translation>Ctrl ]</translation>
    </message>
    <message>
      <source>as an arrow key</source>
      <translation>方向键</translation>
    </message>
    <message>
      <source>as printed</source>
      <translation>按瓶身印字</translation>
    </message>
    <message>
      <source>as told or from paper</source>
      <translation>据口述或纸质记录</translation>
    </message>
    <message>
      <source>before the minimum interval</source>
      <translation>早于最短间隔</translation>
    </message>
    <message>
      <source>birth date</source>
      <translation>出生日期</translation>
    </message>
    <message>
      <source>birth date known to</source>
      <translation>出生日期精确到</translation>
    </message>
    <message>
      <source>born {day}</source>
      <translation>出生 {day}</translation>
    </message>
    <message>
      <source>by mouth</source>
      <translation>口服</translation>
    </message>
    <message>
      <source>came</source>
      <translation>已到</translation>
    </message>
    <message>
      <source>came, written down</source>
      <translation>已到，有记录</translation>
    </message>
    <message>
      <source>characters are missing or too many</source>
      <translation>位数不对</translation>
    </message>
    <message>
      <source>comes {day}</source>
      <translation>{day} 来</translation>
    </message>
    <message>
      <source>confirmed by hub</source>
      <translation>中心已确认</translation>
    </message>
    <message>
      <source>consent</source>
      <translation>知情同意</translation>
    </message>
    <message>
      <source>copy: card full, {age}</source>
      <translation>副本：卡已满，{age}</translation>
    </message>
    <message>
      <source>copy: no card, {age}</source>
      <translation>副本：无卡，{age}</translation>
    </message>
    <message>
      <source>corrected</source>
      <translation>已更正</translation>
    </message>
    <message>
      <source>counted {when} by {who}</source>
      <translation>{who} {when} 盘点</translation>
    </message>
    <message>
      <source>delivered {day}</source>
      <translation>已送达 {day}</translation>
    </message>
    <message>
      <source>did not come, seat free</source>
      <translation>未到，名额放出</translation>
    </message>
    <message>
      <source>document</source>
      <translation>证件</translation>
    </message>
    <message>
      <source>dose {n}</source>
      <translation>第{n}剂</translation>
    </message>
    <message>
      <source>doses</source>
      <translation>剂</translation>
    </message>
    <message>
      <source>doses, {n} lots</source>
      <translation>剂，{n} 个批号</translation>
    </message>
    <message>
      <source>due for {n} days</source>
      <translation>已到期 {n} 天</translation>
    </message>
    <message>
      <source>due in {n} days</source>
      <translation>{n} 天后到期</translation>
    </message>
    <message>
      <source>elsewhere</source>
      <translation>别处接种</translation>
    </message>
    <message>
      <source>erased by law</source>
      <translation>依法删除</translation>
    </message>
    <message>
      <source>exempt</source>
      <translation>免收</translation>
    </message>
    <message>
      <source>expected</source>
      <translation>待到</translation>
    </message>
    <message>
      <source>expires {day}</source>
      <translation>有效期至 {day}</translation>
    </message>
    <message>
      <source>expiry</source>
      <translation>有效期</translation>
    </message>
    <message>
      <source>failed {day}</source>
      <translation>未送达 {day}</translation>
    </message>
    <message>
      <source>from the roster</source>
      <translation>来自名册</translation>
    </message>
    <message>
      <source>given at</source>
      <translation>接种时间</translation>
    </message>
    <message>
      <source>given by</source>
      <translation>接种人</translation>
    </message>
    <message>
      <source>given {time}</source>
      <translation>{time} 接种</translation>
    </message>
    <message>
      <source>had it elsewhere</source>
      <translation>别处已种</translation>
    </message>
    <message>
      <source>hand, {ms} ms a key</source>
      <translation>手工，每键 {ms} 毫秒</translation>
    </message>
    <message>
      <source>has died</source>
      <translation>已去世</translation>
    </message>
    <message>
      <source>home area</source>
      <translation>居住地</translation>
    </message>
    <message>
      <source>in range</source>
      <translation>正常</translation>
    </message>
    <message>
      <source>in {n} days</source>
      <translation>还剩 {n} 天</translation>
    </message>
    <message>
      <source>is here</source>
      <translation>已到场</translation>
    </message>
    <message>
      <source>it arrived</source>
      <translation>已送达</translation>
    </message>
    <message>
      <source>it did not arrive</source>
      <translation>未送达</translation>
    </message>
    <message>
      <source>it is not a temperature</source>
      <translation>不是温度</translation>
    </message>
    <message>
      <source>it is not a time</source>
      <translation>不是时间</translation>
    </message>
    <message>
      <source>it is not valid</source>
      <translation>无效</translation>
    </message>
    <message>
      <source>it lies in the future</source>
      <translation>时间在将来</translation>
    </message>
    <message>
      <source>just so</source>
      <translation>正是如此</translation>
    </message>
    <message>
      <source>key area: {area}</source>
      <translation>重点区域：{area}</translation>
    </message>
    <message>
      <source>key group</source>
      <translation>重点人群</translation>
    </message>
    <message>
      <source>language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>laptop {n}</source>
      <translation>{n} 号笔记本</translation>
    </message>
    <message>
      <source>late, seat kept</source>
      <translation>迟到，名额保留</translation>
    </message>
    <message>
      <source>later</source>
      <translation>以后</translation>
    </message>
    <message>
      <source>left arm</source>
      <translation>左臂</translation>
    </message>
    <message>
      <source>left thigh</source>
      <translation>左大腿</translation>
    </message>
    <message>
      <source>line feed</source>
      <translation>换行</translation>
    </message>
    <message>
      <source>line {line}, {column}: {why}</source>
      <translation>第 {line} 行 {column}：{why}</translation>
    </message>
    <message>
      <source>lot</source>
      <translation>批号</translation>
    </message>
    <message>
      <source>message left</source>
      <translation>已托人转告</translation>
    </message>
    <message>
      <source>message {fate}</source>
      <translation>短信{fate}</translation>
    </message>
    <message>
      <source>moved away</source>
      <translation>已搬走</translation>
    </message>
    <message>
      <source>name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>nationality</source>
      <translation>国籍</translation>
    </message>
    <message>
      <source>no answer</source>
      <translation>无人接听</translation>
    </message>
    <message>
      <source>no common language</source>
      <translation>语言不通</translation>
    </message>
    <message>
      <source>no logger can have measured that</source>
      <translation>记录仪不可能测得该值</translation>
    </message>
    <message>
      <source>no name</source>
      <translation>无姓名</translation>
    </message>
    <message>
      <source>no phone</source>
      <translation>无电话</translation>
    </message>
    <message>
      <source>no reason was written down</source>
      <translation>未写原因</translation>
    </message>
    <message>
      <source>no report yet that it arrived</source>
      <translation>尚无送达回报</translation>
    </message>
    <message>
      <source>no session is open</source>
      <translation>没有进行中的接种</translation>
    </message>
    <message>
      <source>no social security</source>
      <translation>未参加社会医疗保险</translation>
    </message>
    <message>
      <source>no, walk-in</source>
      <translation>无，现场到来</translation>
    </message>
    <message>
      <source>nobody knows whether it went out</source>
      <translation>不确定是否发出</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>none; a vial’s code may need one</source>
      <translation>无；疫苗瓶条码可能需要</translation>
    </message>
    <message>
      <source>not called</source>
      <translation>未联系</translation>
    </message>
    <message>
      <source>not counted</source>
      <translation>未清点</translation>
    </message>
    <message>
      <source>not counted yet</source>
      <translation>尚未盘点</translation>
    </message>
    <message>
      <source>not given</source>
      <translation>未接种</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>不详</translation>
    </message>
    <message>
      <source>not known here</source>
      <translation>本机无记录</translation>
    </message>
    <message>
      <source>not needed</source>
      <translation>不需要</translation>
    </message>
    <message>
      <source>note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>nothing stands there</source>
      <translation>没有内容</translation>
    </message>
    <message>
      <source>opened {time} at {place}</source>
      <translation>{time} 于 {place} 开启</translation>
    </message>
    <message>
      <source>opted out</source>
      <translation>不愿收短信</translation>
    </message>
    <message>
      <source>other language</source>
      <translation>语言不通</translation>
    </message>
    <message>
      <source>own records</source>
      <translation>本机记录</translation>
    </message>
    <message>
      <source>past by {n} days</source>
      <translation>已过 {n} 天</translation>
    </message>
    <message>
      <source>perhaps sent</source>
      <translation>可能已发</translation>
    </message>
    <message>
      <source>perhaps somebody known: {like}</source>
      <translation>可能是已有记录的人：{like}</translation>
    </message>
    <message>
      <source>person</source>
      <translation>受种者</translation>
    </message>
    <message>
      <source>phone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>possibly double</source>
      <translation>可能重复</translation>
    </message>
    <message>
      <source>put aside by the hub</source>
      <translation>被中心搁置</translation>
    </message>
    <message>
      <source>read {when} · limits {limits}</source>
      <translation>{when} 读数 · 范围 {limits}</translation>
    </message>
    <message>
      <source>recorded by {who}</source>
      <translation>记录人：{who}</translation>
    </message>
    <message>
      <source>recorded otherwise before</source>
      <translation>与以前的记录不同</translation>
    </message>
    <message>
      <source>refuses</source>
      <translation>拒绝</translation>
    </message>
    <message>
      <source>right arm</source>
      <translation>右臂</translation>
    </message>
    <message>
      <source>right thigh</source>
      <translation>右大腿</translation>
    </message>
    <message>
      <source>seat given on</source>
      <translation>名额已放出</translation>
    </message>
    <message>
      <source>second copy</source>
      <translation>第二份副本</translation>
    </message>
    <message>
      <source>sent {day}</source>
      <translation>已发 {day}</translation>
    </message>
    <message>
      <source>serious</source>
      <translation>严重</translation>
    </message>
    <message>
      <source>session</source>
      <translation>场次</translation>
    </message>
    <message>
      <source>sex</source>
      <translation>性别</translation>
    </message>
    <message>
      <source>social security</source>
      <translation>医保</translation>
    </message>
    <message>
      <source>somebody else stands in this row of another copy</source>
      <translation>另一份副本的这一行是别人</translation>
    </message>
    <message>
      <source>still to ask: {what}</source>
      <translation>尚待询问：{what}</translation>
    </message>
    <message>
      <source>struck through</source>
      <translation>已作废</translation>
    </message>
    <message>
      <source>struck through: {why}</source>
      <translation>已划掉：{why}</translation>
    </message>
    <message>
      <source>supervisor</source>
      <translation>主管</translation>
    </message>
    <message>
      <source>team lead</source>
      <translation>队长</translation>
    </message>
    <message>
      <source>the birth date does not exist</source>
      <translation>出生日期不存在</translation>
    </message>
    <message>
      <source>the birth date lies in the future</source>
      <translation>出生日期在将来</translation>
    </message>
    <message>
      <source>the camera</source>
      <translation>摄像头</translation>
    </message>
    <message>
      <source>the check digit is wrong</source>
      <translation>校验位不对</translation>
    </message>
    <message>
      <source>the day</source>
      <translation>日</translation>
    </message>
    <message>
      <source>the lot had expired</source>
      <translation>批号已过期</translation>
    </message>
    <message>
      <source>the month</source>
      <translation>月</translation>
    </message>
    <message>
      <source>the outcome</source>
      <translation>转归</translation>
    </message>
    <message>
      <source>the person’s word or a register</source>
      <translation>本人口述或登记查询</translation>
    </message>
    <message>
      <source>the pocket registry</source>
      <translation>随身登记库</translation>
    </message>
    <message>
      <source>the region does not exist</source>
      <translation>地区码不存在</translation>
    </message>
    <message>
      <source>the roster</source>
      <translation>名册</translation>
    </message>
    <message>
      <source>the year</source>
      <translation>年</translation>
    </message>
    <message>
      <source>this laptop</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>time zone</source>
      <translation>时区</translation>
    </message>
    <message>
      <source>to find again</source>
      <translation>查找线索</translation>
    </message>
    <message>
      <source>too cold</source>
      <translation>过低</translation>
    </message>
    <message>
      <source>too warm</source>
      <translation>过高</translation>
    </message>
    <message>
      <source>unpaid</source>
      <translation>未付</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>至 {time}</translation>
    </message>
    <message>
      <source>up to {high}</source>
      <translation>不高于 {high}</translation>
    </message>
    <message>
      <source>use before {time}</source>
      <translation>{time} 前用完</translation>
    </message>
    <message>
      <source>vaccinator</source>
      <translation>接种员</translation>
    </message>
    <message>
      <source>vaccine</source>
      <translation>疫苗</translation>
    </message>
    <message>
      <source>vial</source>
      <translation>疫苗瓶</translation>
    </message>
    <message>
      <source>vial monitor {stage}</source>
      <translation>热敏标签 {stage} 级</translation>
    </message>
    <message>
      <source>vials</source>
      <translation>瓶</translation>
    </message>
    <message>
      <source>vials of {n} doses</source>
      <translation>瓶（每瓶 {n} 剂）</translation>
    </message>
    <message>
      <source>waiting for the hub</source>
      <translation>等待中心确认</translation>
    </message>
    <message>
      <source>wants no calls</source>
      <translation>不愿接电话</translation>
    </message>
    <message>
      <source>watch to {time}</source>
      <translation>留观至 {time}</translation>
    </message>
    <message>
      <source>what was seen</source>
      <translation>观察到什么</translation>
    </message>
    <message>
      <source>when it began</source>
      <translation>开始时间</translation>
    </message>
    <message>
      <source>whether it was serious</source>
      <translation>是否严重</translation>
    </message>
    <message>
      <source>will come {day}</source>
      <translation>{day} 会来</translation>
    </message>
    <message>
      <source>wrong number</source>
      <translation>号码错误</translation>
    </message>
    <message>
      <source>years</source>
      <translation>岁</translation>
    </message>
    <message>
      <source>years, female</source>
      <translation>岁，女</translation>
    </message>
    <message>
      <source>years, male</source>
      <translation>岁，男</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>{added} readings read, {here} were here before.</source>
      <translation>导入 {added} 条读数，{here} 条原已存在。</translation>
    </message>
    <message>
      <source>{amount} came in since the last close and is counted beside the float.</source>
      <translation>上次收工后另收入 {amount}，与备用金一并清点。</translation>
    </message>
    <message>
      <source>{amount} missing</source>
      <translation>短缺 {amount}</translation>
    </message>
    <message>
      <source>{amount} too much</source>
      <translation>多出 {amount}</translation>
    </message>
    <message>
      <source>{amount} was given back since the last close, out of the float.</source>
      <translation>上次收工后退出 {amount}，从备用金中支出。</translation>
    </message>
    <message>
      <source>{amount} yuan</source>
      <translation>{amount} 元</translation>
    </message>
    <message>
      <source>{code} is here.</source>
      <translation>{code} 已到场。</translation>
    </message>
    <message>
      <source>{code} is not here after all.</source>
      <translation>{code} 的到场已撤销。</translation>
    </message>
    <message>
      <source>{degrees} in {name} is written down.</source>
      <translation>已记录 {name} {degrees}。</translation>
    </message>
    <message>
      <source>{done} of {whole} readings are written down…</source>
      <translation>已写入 {done}／{whole} 条读数…</translation>
    </message>
    <message>
      <source>{doses} ({vials} and {rest})</source>
      <translation>{doses}（{vials}又 {rest} 剂）</translation>
    </message>
    <message>
      <source>{doses} ({vials})</source>
      <translation>{doses}（{vials}）</translation>
    </message>
    <message>
      <source>{doses} are blocked: the desk refuses this lot.</source>
      <translation>{doses}不能使用：接种台会拒绝该批号。</translation>
    </message>
    <message>
      <source>{doses} doses, {people} people, as far as this laptop knows.</source>
      <translation>本机所知：{doses} 剂次，{people} 人。</translation>
    </message>
    <message>
      <source>{dose}, latest {day}</source>
      <translation>{dose}，最晚 {day}</translation>
    </message>
    <message>
      <source>{dose}. Past {day}: still give it</source>
      <translation>{dose}。已过 {day}：仍应接种</translation>
    </message>
    <message>
      <source>{expected} should be there, {counted} was counted. Count again, look through the receipts, or say why it differs.</source>
      <translation>应有 {expected}，清点为 {counted}。请重新清点、核对收据，或说明差额原因。</translation>
    </message>
    <message>
      <source>{here} rows were recorded before, {empty} are empty. Nothing is recorded yet.</source>
      <translation>{here} 行以前已记录，{empty} 行为空。目前尚未记录。</translation>
    </message>
    <message>
      <source>{kind} read</source>
      <translation>已读取{kind}</translation>
    </message>
    <message>
      <source>{kind}: {fault}. Scan it again or type the number.</source>
      <translation>{kind}：{fault}。请重新扫描或输入号码。</translation>
    </message>
    <message>
      <source>{least} or more</source>
      <translation>至少 {least}</translation>
    </message>
    <message>
      <source>{least} to {most}</source>
      <translation>{least} 至 {most}</translation>
    </message>
    <message>
      <source>{left} of {doses} doses left</source>
      <translation>剩余{left}剂，共{doses}剂</translation>
    </message>
    <message>
      <source>{lot} is held.</source>
      <translation>{lot} 已暂停使用。</translation>
    </message>
    <message>
      <source>{lot} is not recalled any more.</source>
      <translation>{lot} 的召回已撤销。</translation>
    </message>
    <message>
      <source>{lot} is recalled.</source>
      <translation>{lot} 已召回。</translation>
    </message>
    <message>
      <source>{lot} is released.</source>
      <translation>{lot} 已解除暂停。</translation>
    </message>
    <message>
      <source>{lot}: wasted, because…</source>
      <translation>{lot}：损耗，原因…</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} 至 {high}</translation>
    </message>
    <message>
      <source>{min} min</source>
      <translation>{min} 分钟</translation>
    </message>
    <message>
      <source>{min} min left</source>
      <translation>还有 {min} 分钟</translation>
    </message>
    <message>
      <source>{min} minutes after the dose. The clock keeps running if the laptop is closed.</source>
      <translation>接种后留观 {min} 分钟。合上电脑计时继续。</translation>
    </message>
    <message>
      <source>{min} minutes, for a reaction before</source>
      <translation>以往有反应，留观 {min} 分钟</translation>
    </message>
    <message>
      <source>{names} and {n} more</source>
      <translation>{names} 及另外 {n} 个</translation>
    </message>
    <message>
      <source>{name} can unlock this laptop now.</source>
      <translation>{name} 现在可以解锁本机。</translation>
    </message>
    <message>
      <source>{name} has no access here.</source>
      <translation>{name} 在本机没有使用权限。</translation>
    </message>
    <message>
      <source>{name} is in. Sealed: only the hub can read it.</source>
      <translation>已插入 {name}。文件已加密：只有中心能读取。</translation>
    </message>
    <message>
      <source>{name} is in. With the hub’s pack on it this laptop joins.</source>
      <translation>{name} 已插入。其中有中心的数据包时，读取后本机即加入中心。</translation>
    </message>
    <message>
      <source>{name} leaves early ({left}). Why?</source>
      <translation>{name} 提前离开（{left}）。原因？</translation>
    </message>
    <message>
      <source>{name} left early, {time}</source>
      <translation>{name} 提前离开，{time}</translation>
    </message>
    <message>
      <source>{name} left well, {time}</source>
      <translation>{name} 无异常离开，{time}</translation>
    </message>
    <message>
      <source>{name}: a reaction to which dose?</source>
      <translation>{name}：哪一剂次后的反应？</translation>
    </message>
    <message>
      <source>{name}: another number is noted.</source>
      <translation>{name}：已记下新号码。</translation>
    </message>
    <message>
      <source>{name}: saved on this laptop. Another vaccine for the same person: F5.</source>
      <translation>{name}：已保存在本机。同一人再接种另一种疫苗：F5。</translation>
    </message>
    <message>
      <source>{name}: saved on this laptop. That was the last dose of this vial: scan the next one.</source>
      <translation>{name}：已保存在本机。本瓶已用完：请扫下一瓶。</translation>
    </message>
    <message>
      <source>{name}: taken back. Both stay on record.</source>
      <translation>{name}：已撤回。两条记录都保留。</translation>
    </message>
    <message>
      <source>{name}: {given} doses handed over, {taken} taken; it holds {theirs} of ours, we hold {ours}. Both counted the same.</source>
      <translation>{name}：交出 {given} 剂，接收 {taken} 剂；对方代管本机 {theirs} 剂，本机代管对方 {ours} 剂。双方清点一致。</translation>
    </message>
    <message>
      <source>{name}: {now}, {state}. Outside the limits in this time: {n}</source>
      <translation>{name}：{now}，{state}。此期间超出范围 {n} 次</translation>
    </message>
    <message>
      <source>{n} % of loaded</source>
      <translation>占装箱的 {n} %</translation>
    </message>
    <message>
      <source>{n} days</source>
      <translation>{n} 天</translation>
    </message>
    <message>
      <source>{n} doses</source>
      <translation>{n} 剂</translation>
    </message>
    <message>
      <source>{n} doses are on it, sealed.</source>
      <translation>其中已有 {n} 剂，已加密。</translation>
    </message>
    <message>
      <source>{n} doses are on the stick ({size}): {file}. Bring the hub’s receipts back.</source>
      <translation>{n} 剂次已写入U盘（{size}）：{file}。请把中心的回执带回。</translation>
    </message>
    <message>
      <source>{n} doses recorded</source>
      <translation>已记录 {n} 剂</translation>
    </message>
    <message>
      <source>{n} due now</source>
      <translation>{n} 人到期</translation>
    </message>
    <message>
      <source>{n} earlier doses, days unknown</source>
      <translation>更早还有 {n} 剂，日期不详</translation>
    </message>
    <message>
      <source>{n} first</source>
      <translation>第一剂 {n}</translation>
    </message>
    <message>
      <source>{n} found</source>
      <translation>实有 {n}</translation>
    </message>
    <message>
      <source>{n} in 7 days</source>
      <translation>7 天内 {n} 人</translation>
    </message>
    <message>
      <source>{n} later</source>
      <translation>后续 {n}</translation>
    </message>
    <message>
      <source>{n} lines were not taken: {some}.</source>
      <translation>{n} 行没有导入：{some}。</translation>
    </message>
    <message>
      <source>{n} may leave</source>
      <translation>{n} 人可以离开</translation>
    </message>
    <message>
      <source>{n} missing</source>
      <translation>短缺 {n}</translation>
    </message>
    <message>
      <source>{n} more are due and did not fit.</source>
      <translation>另有 {n} 名应种人员未能列入。</translation>
    </message>
    <message>
      <source>{n} more rows are refused.</source>
      <translation>另有 {n} 行未接受。</translation>
    </message>
    <message>
      <source>{n} need somebody</source>
      <translation>{n} 项需要处理</translation>
    </message>
    <message>
      <source>{n} not given</source>
      <translation>未接种 {n}</translation>
    </message>
    <message>
      <source>{n} past latest</source>
      <translation>{n} 人超期</translation>
    </message>
    <message>
      <source>{n} rows wait for a yes.</source>
      <translation>{n} 行待确认。</translation>
    </message>
    <message>
      <source>{n} second</source>
      <translation>第二剂 {n}</translation>
    </message>
    <message>
      <source>{n} to explain</source>
      <translation>{n} 剂待说明</translation>
    </message>
    <message>
      <source>{n} to see to today</source>
      <translation>今日待办 {n} 人</translation>
    </message>
    <message>
      <source>{n} too many</source>
      <translation>多出 {n}</translation>
    </message>
    <message>
      <source>{n} vials</source>
      <translation>{n} 瓶</translation>
    </message>
    <message>
      <source>{n} vials of {doses} doses</source>
      <translation>{n} 瓶，每瓶 {doses} 剂</translation>
    </message>
    <message>
      <source>{n} you can use</source>
      <translation>可用 {n}</translation>
    </message>
    <message>
      <source>{n} you can use, {blocked} not</source>
      <translation>可用 {n}，不可用 {blocked}</translation>
    </message>
    <message>
      <source>{operation} is closed</source>
      <translation>{operation}已结束</translation>
    </message>
    <message>
      <source>{operation} is still open. Go on with it, or count the box and close it first.</source>
      <translation>{operation}仍在进行。请继续，或先清点并结束。</translation>
    </message>
    <message>
      <source>{people} people and {blanks} blank rows are in {file}.</source>
      <translation>{people} 人和 {blanks} 个空行已写入 {file}。</translation>
    </message>
    <message>
      <source>{product}, lot {lot}, {left} doses left: throw it away. {source}</source>
      <translation>{product}，批号 {lot}，剩 {left} 剂：请废弃。{source}</translation>
    </message>
    <message>
      <source>{product}, lot {lot}: {n} vials</source>
      <translation>{product}，批号 {lot}：{n} 瓶</translation>
    </message>
    <message>
      <source>{session}: {doses} doses and {not_given} not given to record</source>
      <translation>{session}：待记录接种 {doses} 剂，未接种 {not_given} 人</translation>
    </message>
    <message>
      <source>{some}; and {n} more</source>
      <translation>{some}；另有 {n} 行</translation>
    </message>
    <message>
      <source>{sums} {missing}. {way_out}</source>
      <translation>{sums}{missing}。{way_out}</translation>
    </message>
    <message>
      <source>{team} gave this person {product} at {time} today.</source>
      <translation>{team} 今天 {time} 已为此人接种{product}。</translation>
    </message>
    <message>
      <source>{team} gave {product} at {time} today to somebody of this name.</source>
      <translation>{team} 今天 {time} 为一位同名者接种了{product}。</translation>
    </message>
    <message>
      <source>{team}, printed on {day}</source>
      <translation>{team}，{day} 打印</translation>
    </message>
    <message>
      <source>{vaccine} {lot}, {n} doses</source>
      <translation>{vaccine} {lot}，{n} 剂</translation>
    </message>
    <message>
      <source>{vaccine}, lot {lot}: in use.</source>
      <translation>{vaccine}，批号 {lot}：已开始使用。</translation>
    </message>
    <message>
      <source>{vial}: keep it?</source>
      <translation>{vial}：要保留吗？</translation>
    </message>
    <message>
      <source>{vial}: kept for the next operation</source>
      <translation>{vial}：保留至下一场次</translation>
    </message>
    <message>
      <source>{vial}: thrown away at the close</source>
      <translation>{vial}：收工时弃去</translation>
    </message>
    <message>
      <source>{what}: Ctrl H</source>
      <translation>{what}：Ctrl H</translation>
    </message>
    <message>
      <source>{what}: {fate}</source>
      <translation>{what}：{fate}</translation>
    </message>
    <message>
      <source>{who}, with {second}</source>
      <translation>{who}，{second}在场</translation>
    </message>
    <message>
      <source>{why} ({note})</source>
      <translation>{why}（{note}）</translation>
    </message>
    <message>
      <source>{why}: {minutes} min or more in {container}</source>
      <translation>{container} {why}，至少 {minutes} 分钟</translation>
    </message>
    <message>
      <source>{words}.</source>
      <translation>{words}。</translation>
    </message>
    <message>
      <source>–</source>
      <translation>–</translation>
    </message>
    <message>
      <source>✓ {n} doses · head {head}…</source>
      <translation>✓ {n}剂 · 链头 {head}…</translation>
    </message>
  </context>
</TS>
