import type { NoticePart, NoticeSigner, NoticeText, SignedNotice } from '../privacy-notice.ts'

export const noticePartLabels = {
  purpose: '为什么收集、怎样使用',
  legalGround: '依据',
  kinds: '收集哪些信息',
  sensitive: '敏感个人信息',
  minors: '未满十四周岁的人',
  recipients: '提供给谁',
  retention: '保存多久',
  rights: '您的权利和办理方法',
} as const satisfies Record<NoticePart, string>

export const noticeSignerLabels = { self: '本人', guardian: '监护人' } as const satisfies Record<
  NoticeSigner,
  string
>

/** Sentences to begin with; each office checks and changes them. Source: 个人信息保护法 arts. 13, 17, 23, 28 to 31, 44 to 50. */
export const readyNoticeText: NoticeText = {
  purpose:
    '登记居民基本情况，用于联系和走访居民、办理救助和服务、统计人口、防灾避险和处理紧急情况。信息记在本单位加密的电子台账里，只由有权限的工作人员使用，查看完整号码、打印和导出都留下记录。不用于与社区工作无关的事情。',
  legalGround:
    '居民委员会协助人民政府开展工作、办理居民公共事务所必需的，依据《中华人民共和国个人信息保护法》第十三条第一款第三项等规定处理；遇到突发公共卫生事件或者紧急情况，为保护生命健康和财产安全所必需的，依据该款第四项处理；其余的，取得您的同意后处理，您可以随时撤回同意。',
  kinds:
    '姓名、性别、出生日期、民族、证件号码、联系电话、户籍地址和居住地址、家庭成员及与户主的关系、文化程度、婚姻和从业情况、政治面貌、居住情况、享受的待遇和服务、走访记录、迁入迁出情况。',
  sensitive:
    '健康和残疾情况、救助和待遇情况、特定身份以及未满十四周岁的人的信息属于敏感个人信息。只在走访照护、申请救助、处理紧急情况确有必要时登记；不登记，可能无法及时得到相应的帮助。需要您单独同意的，请在下方签名处勾选。',
  minors: '未满十四周岁的人的信息，由父母或者其他监护人同意并签名。本单位只登记必需的内容，限定专人查看。',
  recipients:
    '依法向街道办事处（镇人民政府）和有关部门报送。除此之外，不向别人提供；需要公开的（例如公示），隐藏号码等内容，并按规定征得您的单独同意。',
  retention:
    '在本社区居住期间保存。迁出或者去世后，继续保存到本单位规定的年限，期满删除或者去掉姓名等能认出本人的内容；法律、法规另有规定的从其规定。备份里的内容随备份到期清除，最长十二个月。',
  rights:
    '您可以到本单位查阅、复制自己的全部信息，要求更正、补充，撤回同意，要求删除，要求说明处理规则；近亲属可以依法就去世的人的信息提出要求。请带本人证件到本单位办理，或者拨打下方电话。本单位不予办理的，会说明理由。',
}

/** Words of the notice, of its settings and of who has signed it. */
export const noticeLabels = {
  paper: {
    title: '个人信息处理告知书',
    addressee: (name: string) => `${name}：`,
    blankAddressee: '＿＿＿＿＿＿＿＿＿＿：',
    opening: (committeeName: string) =>
      `${committeeName}（以下称“本单位”）登记和使用您的个人信息，现将有关事项告知如下，请阅读后签名。`,
    part: (index: number, title: string) => `${'一二三四五六七八九'[index] ?? ''}、${title}。`,
    contact: (committeeName: string, streetOfficeName: string, phone: string) =>
      [
        `单位：${committeeName}`,
        streetOfficeName === '' ? '' : `所属：${streetOfficeName}`,
        phone === '' ? '' : `电话：${phone}`,
      ]
        .filter((part) => part !== '')
        .join('\u3000'),
    read: '以上内容我已经阅读，工作人员已经向我说明。',
    consent: '□ 同意登记上述敏感个人信息\u3000\u3000□ 不同意',
    sign: '本人签名：',
    guardianSign: '监护人签名（未满十四周岁）：',
    date: '日期：\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日',
    clerk: '工作人员签名：',
  },
  page: {
    open: '打印告知书',
    title: '打印告知书',
    titleOf: (name: string) => `打印${name}的告知书`,
    help: '打印后请居民阅读、签名，再到居民资料里登记签收。内容由主任在“设置”里修改。',
    blankHelp: '打印空白的告知书，姓名手写。要印一叠，请填份数。',
    back: '返回',
    pageCount: (pageCount: number) => `共 ${pageCount} 页`,
    loading: '正在排版，请稍候……',
  },
  text: {
    title: '告知书的内容',
    help: '下面是一份可以直接用的内容。⚠ 是否合用、依据怎么写，由本单位按当地要求决定，请主任逐条看过再用。',
    save: '保存告知书的内容',
    saved: '告知书的内容已保存。',
    ready: '换回软件提供的内容',
    blank: '打印空白告知书',
  },
  card: {
    title: '告知书',
    none: '还没有登记签收。',
    signed: (text: string) => `${text}签收`,
    by: (staffName: string) => `登记人：${staffName}`,
    guardian: (name: string) => `监护人${name}`,
    sign: '登记签收',
    withdraw: (signedOn: string) => `删除 ${signedOn} 的签收登记`,
    withdrawTitle: '删除这次签收登记？',
    withdrawText: '登记错了才删除。纸质的告知书请照旧保管。',
    withdrawConfirm: '删除',
    keep: '不删除',
    withdrawn: '签收登记已删除。',
    done: '已登记签收。',
  },
  form: {
    title: (name: string) => `${name}：登记告知书签收`,
    signedOn: '签收日期',
    signedBy: '签收人',
    signer: '监护人姓名',
    confirm: '登记',
    cancel: '取消',
    problems: {
      future: '签收日期在今天以后，请检查。',
      tooYoung: '签收那天未满十四周岁，应由监护人签收。请把签收人改成监护人。',
      missing: '请填写监护人姓名。',
      date: '请填写签收日期，例如 2026-11-25。',
    },
  },
  history: '告知书签收',
} as const

/** A signature as history tells it. */
export function signedNoticeText({ signedOn, signedBy, signer }: SignedNotice): string {
  return `${signedOn} ${noticeSignerText(signedBy, signer)}`
}

/** Who signed, in one word or with the guardian's name. */
export function noticeSignerText(signedBy: NoticeSigner, signer: string): string {
  return signedBy === 'guardian' ? noticeLabels.card.guardian(signer) : noticeSignerLabels.self
}
