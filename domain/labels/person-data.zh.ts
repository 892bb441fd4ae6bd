import type { PaperNumbers } from '../paper-stamp.ts'
import type { PersonAsker, PersonSection } from '../person-data.ts'
import type { RetentionRules } from '../retention.ts'

export const personAskerLabels = {
  self: '本人',
  guardian: '监护人',
  relative: '近亲属',
} as const satisfies Record<PersonAsker, string>

/** What each part of the paper is called, and its columns from left to right. */
export const personSectionLabels = {
  basis: { title: '处理这些信息的目的和依据', columns: ['项目', '内容'] },
  record: { title: '登记的资料', columns: ['项目', '内容'] },
  phones: { title: '电话', columns: ['号码', '机主', '用途', '备注'] },
  documents: { title: '其他证件', columns: ['证件', '号码', '状态', '备注'] },
  careTags: { title: '关爱类别', columns: ['类别', '从', '到'] },
  benefits: { title: '享受待遇', columns: ['待遇', '从', '到'] },
  household: { title: '同户人员', columns: ['姓名', '与户主关系'] },
  duties: { title: '担任的职务', columns: ['职务', '从', '到', '备注'] },
  notices: { title: '签收告知书', columns: ['签收日期', '签收人', '登记人'] },
  lifeEvents: { title: '迁入、迁出等去向', columns: ['日期', '事项', '地点', '说明', '登记'] },
  visits: { title: '走访', columns: ['轮次', '原因', '结果', '日期', '走访人', '记录'] },
  claims: { title: '认领', columns: ['岗位', '认领人', '从', '到', '说明'] },
  calls: { title: '电话问候', columns: ['日期', '打电话的人', '结果', '记录', '要办的事'] },
  diary: {
    title: '民情日记',
    columns: ['编号', '日期', '事项', '反映的情况', '处理和结果', '记录人'],
  },
  careEvents: { title: '家庭大事', columns: ['得知日期', '事项', '听谁说的', '负责走访', '情况'] },
  helpCases: { title: '求助事项', columns: ['受理日期', '求助内容', '经办人', '结果', '办理经过'] },
  changes: { title: '修改和更正', columns: ['时间', '项目', '原来', '改成', '经手人', '来源'] },
  disclosures: { title: '看过或拿出过这些资料', columns: ['时间', '做了什么', '经手人', '原因'] },
  drafts: { title: '正在填写、还没有保存的表格', columns: ['存下的时间', '经手人'] },
  sealedMatters: { title: '保密事项', columns: ['事项', '从', '到', '说明'] },
} as const satisfies Record<PersonSection, { readonly title: string; readonly columns: readonly string[] }>

/** Words of the paper with all that is held on one person, and of the page it is printed from. */
export const personDataLabels = {
  paper: {
    title: (committeeName: string) => `${committeeName}个人信息查阅单`,
    subline: (name: string, idNumber: string, printedOn: string) =>
      [`姓名：${name}`, idNumber === '' ? '' : `证件号码：${idNumber}`, `日期：${printedOn}`]
        .filter((part) => part !== '')
        .join('\u3000\u3000'),
    asker: (asker: string, note: string) => `申请人：${asker}${note === '' ? '' : `（${note}）`}`,
    nothing: '没有登记。',
    unknown: '未登记',
    continued: '（续）',
    receipt: '领取确认',
    receiptText: '以上各页是本单位保存的这个人的全部个人信息。内容有误的，可以要求更正或补充。',
    receiptSign: '领取人签名：',
    receiptDate: '日期：',
    receiptClerk: '经手人签名：',
    sealedLater: '只印在纸上，预览里不显示',
    ownPhone: '本人',
    emergency: '紧急联系',
    former: '已停用',
    inUse: '在用',
    presence: '是否在本社区',
    createdAt: '登记时间',
    updatedAt: '最近修改时间',
    ended: '未定',
    buildingHead: (place: string) => `楼长（${place}）`,
    claimant: (kind: string) => `认领老人（${kind}）`,
    mentor: (name: string) => `带教人：${name}`,
    claimVoid: '没有生效',
    followUpDone: (text: string, on: string) => `${text}（${on} 办完）`,
    representative: (group: string) => (group === '' ? '居民代表' : `居民代表（${group}）`),
    offList: (reason: string) => (reason === '' ? '已移出名单' : `已移出名单：${reason}`),
    undone: '已撤销',
    withdrawn: (staffName: string) => `已由${staffName}撤回`,
    recordAdded: '登记了这个人',
    recordRemoved: '放进回收站',
    recordRestored: '从回收站恢复',
    revealed: (what: string) => `查看完整${what}`,
    terms: '保存年限',
    termsText: ({ movedOutYears, deceasedYears }: RetentionRules) =>
      `迁出后 ${movedOutYears} 年，去世后 ${deceasedYears} 年`,
    separator: '、',
    stepOf: (takenOn: string, text: string, takenBy: string) => `${takenOn} ${text}（${takenBy}）`,
    reasonSeparator: '；',
    listOf: (what: string, facts: readonly string[]) => `列在带出的${what}里（${facts.join('，')}）`,
    numbers: {
      masked: '号码隐藏',
      phones: '电话完整',
      all: '电话和证件号码完整',
    } satisfies Record<PaperNumbers, string>,
    serial: (serial: string) => `单号 ${serial}`,
    residentList: '居民名单',
    papers: { visitList: '走访名单', roster: '花名册' },
    dataIssued: (serial: string) => `给出个人信息查阅单（单号 ${serial}）`,
  },
  page: {
    open: '打印个人信息查阅单',
    title: (name: string) => `${name}的个人信息查阅单`,
    back: '回到居民资料',
    help: '把本单位保存的这个人的全部资料印给本人、监护人或近亲属。先核对来人的证件，再打印。预览里号码隐藏，纸上印完整号码；机主是别人的电话仍然隐藏。谁在什么时候打印，会记入操作记录。',
    asker: '谁来查阅',
    note: '来人的姓名，和本人的关系',
    noteOfSelf: '补充说明（可不填）',
    noteMissing: '请写明来人的姓名和关系。',
    sealed: '本人要求一并打印保密事项',
    sealedHelp: '只打印由您负责的保密事项。纸请当面交给本人。',
    pageCount: (pageCount: number) => `共 ${pageCount} 页`,
    missingText: '这台电脑的字体里缺少一些字，打印出来会是方框，请打印后手工补写：',
    loading: '正在排版，请稍候……',
  },
} as const
