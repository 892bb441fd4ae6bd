import type { BuiltInImportField } from '../roster-import.ts'

/** What offices write above a column, after headerKey(): only these very words. The first field that has the word wins. */
export const headerAliases: Readonly<Record<BuiltInImportField, readonly string[]>> = {
  name: [
    '姓名',
    '名字',
    '居民姓名',
    '人员姓名',
    '成员姓名',
    '家庭成员姓名',
    '家庭成员',
    '成员',
    '老人姓名',
    '本人姓名',
    '姓名全称',
  ],
  sex: ['性别', '男女'],
  idNumber: [
    '身份证',
    '身份证号',
    '身份证号码',
    '公民身份号码',
    '公民身份证号',
    '公民身份证号码',
    '证件号码',
    '证件号',
    '身份号码',
    '身份证件号码',
  ],
  birth: ['出生', '出生日期', '出生年月', '出生年月日', '出生时间', '生日', '公历生日', '阳历生日'],
  lunarBirth: ['农历生日', '阴历生日', '农历', '旧历生日', '农历出生日期', '阴历'],
  ethnicGroup: ['民族', '族别'],
  phone: [
    '电话',
    '手机',
    '固话',
    '座机',
    '联系方式',
    '联系电话',
    '手机号',
    '手机号码',
    '电话号码',
    '固定电话',
    '宅电',
    '本人电话',
    '移动电话',
  ],
  address: [
    '地址',
    '住址',
    '现住址',
    '家庭住址',
    '家庭地址',
    '居住地址',
    '居住地',
    '现居住地',
    '现居住地址',
    '详细地址',
    '门牌',
    '门牌号',
    '门牌号码',
    '楼栋门牌',
    '房屋地址',
    '常住地址',
    '居住详址',
    '楼门户',
  ],
  building: ['楼', '栋', '幢', '楼栋', '楼号', '栋号', '幢号', '楼栋号', '楼幢', '楼宇', '楼名', '座'],
  unit: ['单元', '单元号', '门', '门洞', '单元门'],
  room: ['室', '户', '房号', '室号', '房间', '房间号', '门户号', '房屋号', '房室号'],
  registeredAddress: [
    '户籍地址',
    '户籍地',
    '户口所在地',
    '户籍所在地',
    '户籍住址',
    '户口地址',
    '户籍',
    '户籍详址',
  ],
  residenceStatus: ['人户状态', '户籍类型', '户籍状态', '人户情况', '居住类型', '人员状态', '人户一致'],
  livingArrangement: ['居住情况', '居住状况', '居住方式', '居住状态', '生活状况'],
  relationToHead: [
    '与户主关系',
    '户主关系',
    '与户主的关系',
    '同户主关系',
    '关系',
    '家庭关系',
    '与户主之关系',
  ],
  headName: ['户主姓名', '户主', '户主名字', '所属户主'],
  careTags: [
    '关爱类别',
    '人员类别',
    '特殊人群',
    '人群类别',
    '重点人群',
    '类别',
    '人员类型',
    '救助类别',
    '特殊类别',
    '关爱对象',
    '标签',
  ],
  formerName: ['曾用名', '别名', '又名', '原名'],
  education: ['文化程度', '学历', '受教育程度', '最高学历', '教育程度'],
  politicalStatus: ['政治面貌', '政治面目', '党派'],
  maritalStatus: ['婚姻状况', '婚姻', '婚否', '婚姻状态', '婚姻情况'],
  marriedWhen: ['结婚日期', '结婚时间', '结婚年份', '结婚年月', '登记结婚日期'],
  occupation: ['职业', '从业状况', '职业状况', '就业情况', '就业状况', '工作情况', '从业状态'],
  workplace: ['工作单位', '单位', '就业单位', '服务处所', '从业单位', '就读学校'],
  retirementUnit: ['退休单位', '原工作单位', '退休前单位', '离退休单位'],
  health: ['健康状况', '身体状况', '健康情况', '身体情况'],
  disabilityCard: ['残疾证号', '残疾人证号', '残疾证号码', '残疾人证', '残疾证', '残疾人证号码'],
  disabilityCategory: ['残疾类别', '残疾类型', '残疾种类'],
  disabilityGrade: ['残疾等级', '残疾级别'],
  benefits: ['享受待遇', '享受补贴', '享受政策', '享受救助', '待遇', '补贴类别', '补贴类型', '享受优待'],
  emergencyName: ['紧急联系人', '紧急联系人姓名', '联系人姓名', '监护人', '监护人姓名', '亲属姓名'],
  emergencyPhone: ['紧急联系电话', '紧急联系人电话', '联系人电话', '监护人电话', '亲属电话', '子女电话'],
  note: ['备注', '说明', '备考', '其他情况', '备注说明'],
}

/** Words inside a longer header, asked in this order after no alias fits whole. */
export const headerFragments: readonly (readonly [BuiltInImportField, RegExp])[] = [
  ['relationToHead', /与.*户主.*关系/u],
  ['idNumber', /身份证(号|件)|公民身份/u],
  ['lunarBirth', /(农历|阴历).*(生日|出生)/u],
  ['birth', /出生(年|日|时)/u],
  ['registeredAddress', /户(籍|口).*(地|址)/u],
  ['phone', /(手机|电话|固话|座机|联系方式)/u],
  ['address', /(现住|居住|家庭|常住).*(地|址)/u],
  ['ethnicGroup', /民族/u],
  ['sex', /性别/u],
  ['name', /姓名/u],
]

/** Another person's data: such a column is never the person's own unless a clerk says so. */
export const foreignHeader =
  /户主|配偶|丈夫|妻子|父亲|母亲|监护|子女|紧急|联系人|填表|审核|采集|房主|房东|产权|网格员|楼长|负责人|单位|残疾证|银行|账号|卡号/u

/** Where a list has one row per household, its head is the person. */
export const headNameAliases: readonly string[] = [...headerAliases.headName, '房主姓名']
export const headIdAliases: readonly string[] = [
  '户主身份证号',
  '户主身份证号码',
  '户主身份证',
  '户主公民身份号码',
]

/** The first cell of rows that sum up or sign a page and name nobody. */
export const footerRow =
  /^(合计|总计|小计|共计|累计|本页|填表(人|时间|日期|单位)?[:：]|制表(人|时间)?[:：]|审核(人)?[:：]|负责人[:：]|填报|单位(\(|（)|注[:：]|备注[:：]|说明[:：]|联系人[:：]|第\d+页|日期[:：]|[(（]?(以下|此处)(空白|无正文)|[(（]?[接转续][上下]页|共\s*\d+\s*[人户名条])/u

/** Every word for a sum ends in it. */
export const totalWord = '计'

/** A subtotal or total in one of the first cells, with whose it is before it. */
export const totalCell = /^\S{0,12}(合计|小计|总计|共计)(\s*[:：]?\s*\d*\s*[人户名]?)$/u

/** A cell right below the header that says how to fill the column in. */
export const hintCell =
  /^[(（[【]?(必填|选填|可不填|可填可不填|填写说明|填写要求|填表说明|示例|样例|范例|例如|例\s*[:：)）\]】]|如\s*[:：]|格式|请(填|写|选|按|从)|下拉|点小三角|文本格式|\d+\s*位)/u

/** Words in front of a whole example row. */
export const exampleMark = /^[(（[【]?(示例|样例|范例|例|例如|填写示例)[)）\]】:：]?$/u

/** Cells that say there is nothing to say. */
export const nothingWords: ReadonlySet<string> = new Set([
  '无',
  '没有',
  '暂无',
  '不详',
  '未知',
  '不清楚',
  '不明',
  '未填',
  '空',
  '无号码',
  '无电话',
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '－',
  '*',
  '。',
  '.',
  'N/A',
  'n/a',
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#DIV/0!',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#GETTING_DATA',
])

/** A civil day that stands where a building or room should: 3-1 after a spreadsheet program took it for a date. */
export const dateInsteadOfAddress =
  /^(\d{1,2}月\d{1,2}日?|(19|20)\d{2}[-/年.]\d{1,2}[-/月.]\d{1,2}日?( 0?0:00(:00)?)?|(19|20)\d{2}年\d{1,2}月|\d{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(-\d{2})?|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{1,2})$/iu

/** Values by which a column without a known header is recognised. */
export const sexWords: ReadonlySet<string> = new Set(['男', '女', '男性', '女性'])
export const commonSurnames: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧阳安常毕卜蔡岑柴车成池迟初储丛代党邓狄刁丁窦杜樊房费符甘高葛耿宫古谷顾关桂海韩洪侯胡花华黄霍姬吉纪季简江焦金靳井景鞠康柯孔匡兰蓝郎雷黎厉连梁廖蔺凌柳娄鲁陆路吕罗骆马麦满冒梅孟米苗闵明牟穆倪聂宁农欧潘庞裴彭皮蒲戚齐祁乔覃邱裘曲屈冉饶任荣阮芮尚邵佘沈盛施石时史舒司宋苏孙谭唐陶滕田佟童涂万汪危卫魏温文翁巫武奚夏冼向项肖谢辛邢熊徐许宣薛荀严颜晏燕杨姚叶伊易殷尹应尤游于余俞虞喻袁岳臧曾翟詹张章赵甄郑钟仲周朱诸祝庄卓邹祖左',
)

/** Between several care tags or phones in one cell. */
export const listSeparator = /[、，,;；/\n\r|]+|\s{2,}/u
export const phoneNote = /[(（]([^()（）]*)[)）]/u
export const phoneExtension = /^(.*\d)(?:-|转)(\d{1,6})$/u

/** A remark after a name, as in a roster that keeps who died or moved away. */
export const nameRemark = /^(.*\p{Script=Han})\s*[(（[【]([^()（）[\]【】]*)[)）\]】]$/u

/** What stands in a header beside its word. */
export const headerPunctuation = /[\s*:#.、_]/gu
export const headerRemark = /[([【][^)\]】]*[)\]】]/gu

/** A lunar birthday in figures, and a lunar year before one in words. */
export const lunarFiguresWithYear = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/u
export const lunarFiguresSpelled = '$1年$2月$3日'
export const lunarWordPrefix = /^(?:农历|阴历|旧历)/u
export const lunarYearPrefix = /^(\d{4})年/u
