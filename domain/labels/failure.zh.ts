import { backupFailureSentences } from './failure-backup.zh.ts'
import type { Failure, FailureCode, UnsupportedFileReason } from '../failure.ts'

const failureSentences = {
  invalidInput: '有一项填写得不对，请检查后再试。',
  notFound: '没有找到这条记录，可能已被删除。请回到列表重新打开。',
  duplicateIdNumber: '这个证件号码已经登记在另一位居民名下，请核对。',
  idNumberInvalid: '证件号码不正确，请对照证件检查。',
  birthDateImpossible: '出生日期不正确，请检查。',
  staleRecord: '这条记录刚才已被别处修改，您的改动没有保存。请核对最新的内容后再改。',
  reasonRequired: '请填写原因。',
  clipboardEmpty: '剪贴板里没有表格。请先在 Excel 或 WPS 里选中表格（连同表头）复制，再回来粘贴。',
  fileUnreadable: '这个文件读不出来。请用表格软件打开，另存为 .xlsx 后再选择。',
  fileTooLarge:
    '这个文件太大。人数不多的，多半是名单下面有大量带边框的空行，请把名单复制到新建的表格里，另存为 .xlsx 后再选择；人数很多的，请分成几个文件导入。',
  fileUnsupported: '不支持这种文件。请选择 .xlsx、.xls 或 .csv 文件。',
  fileEncrypted:
    '这个文件设了密码，读不出来。请用表格软件输入密码打开，在“文件”→“信息”（WPS 是“文件”→“文档加密”）里取消密码，保存后再选择。',
  fileReadTimedOut: '读这个文件用的时间太长，已经停下。请删去多余的工作表和空行后再试。',
  handleExpired: '时间隔得太久，请重新选择一次文件或文件夹。',
  nothingToImport: '没有可以导入的行。请查看每行的说明，改正后重新选择文件。',
  nothingToUndo: '没有可以撤销的内容，可能已经撤销过了。',
  nothingToSeal: '这个人的资料里没有这一项，不用封存。请先填写并保存这一项，再来封存。',
  fieldSealed: '这一项已封存，未改动。要改的，请在这一页的“保密事项”里修改。',
  changeSealed: '这一项后来封存过，从前的内容不再保留，不能撤销这次修改。需要改的，请直接填写现在的情况。',
  nothingToChange: '这些人都不用改，或者不能改。请换一项内容，或重新选人。',
  previewOutdated: '预览以后，有人的资料又被改过。什么都没有改动，请重新预览，核对后再修改。',
  mergeTooMany: '两条记录的电话或其他证件合起来超过 10 个，放不下。请先删去不用的，再合并。',
  mergeNotLast: '这两条记录后来又合并过。请先撤销后来的那一次合并，再撤销这一次。',
  mergeUndone: '这次合并已经撤销过了。',
  listEmpty: '这张名单上没有人。请先调整查找和筛选的条件，或选中要存的人。',
  tooManyToCopy: '一次最多复制 1,000 人。人更多时，请用“存为 Excel”。',
  cancelled: '已取消，什么都没有改动。',
  ledgerMissing: '找不到台账文件。',
  ledgerDamaged: '台账文件已损坏。',
  ledgerLocked: '台账正被另一个程序使用。',
  ledgerNewer: '台账是新版本软件建立的，这个版本打不开。',
  ledgerForeign: '这个文件不是邻里台账的文件。',
  ledgerReadOnly:
    '台账文件写不进去，无法保存改动：它是只读的，或者被杀毒软件、“受控文件夹访问”挡住。请检查权限，或在杀毒软件里允许邻里台账。',
  ledgerUnprotected: '这本台账还没有加密。请先设置密码，软件会把它转换成加密的台账。',
  ledgerExists:
    '这个文件夹里已经有一本台账，没有动它。请换一个文件夹；要用那一本，请在开始设置时选“打开已有台账”。',
  ledgerNotOpen: '台账还没有打开。请关闭软件后重新打开。',
  ledgerInterrupted:
    '读写台账的程序意外中断，软件已经重新打开台账。刚才的操作不一定完成，请先查看，没有完成的再做一次。',
  folderUnusable:
    '这个文件夹写不进去，不能存放台账：没有权限，或者被杀毒软件、“受控文件夹访问”挡住。请换一个文件夹，或在杀毒软件里允许邻里台账。',
  folderUnchanged: '台账已经在这个文件夹里。',
  folderOnNetwork: '这个文件夹在网络上（共享文件夹或网络盘），不能放台账。请选择这台电脑自己硬盘上的文件夹。',
  folderOnRemovableDrive:
    '这个位置在 U 盘、移动硬盘或存储卡上，拔下后就用不了台账。请选择这台电脑自己硬盘上的文件夹；要打开的台账在 U 盘里时，请先把它复制到电脑硬盘。',
  folderInSyncRoot:
    '这个文件夹由网盘软件（如 OneDrive、坚果云、百度网盘、WPS 云盘）自动上传，会弄坏台账，也会把居民资料传到网上。请选择网盘以外的文件夹。',
  folderNameUnusable: '文件夹的名字以句点或空格结尾，Windows 认不准它。请改名，或换一个文件夹。',
  folderPathTooLong: '这个文件夹的路径太长，放不下台账的文件。请选择层数少、名字短的文件夹，例如 D:\\台账。',
  ledgerNameTooLong: '台账文件的名字太长，打不开。请先把文件名改短，例如 linli-ledger.db。',
  copyNotVerified:
    '复制出来的台账和原来的不一样，没有采用它。这个磁盘可能有问题，请换一个文件夹，并尽快备份。',
  stateFileBlocked:
    '软件自己的一个小文件写不进去，可能被杀毒软件或“受控文件夹访问”挡住。请在杀毒软件里允许邻里台账，再试一次。',
  placeDamaged: '记着台账在哪里的小文件坏了。请点“打开其他台账”，选择台账文件。',
  placeBlocked:
    '记着台账在哪里的小文件读不出来，可能正被杀毒软件检查或占用。请等一会儿再试；还是不行，请在杀毒软件里允许邻里台账。',
  programDamaged: '软件自己的一个文件用不了，可能被杀毒软件挡住。请重新安装邻里台账。',
  migrationFailed: '台账升级没有成功，原来的内容没有改动。',
  diskFull: '磁盘空间不够，没有保存。请清理磁盘后再试。',
  printFailed: '打印没有成功。请检查打印机后再试。',
  noPrinter: '没有找到打印机。请接好打印机，或先保存为 PDF。',
  backupOutdated:
    '还没有把现在的内容备份到 U 盘，或者备份以后台账又有改动。请先到“备份”里备份到 U 盘，再停用。',
  fileNotWritten:
    '文件没有保存成功。如果同名文件正打开着，请先关闭它，或换一个文件名；也可能被杀毒软件或“受控文件夹访问”挡住，请换一个文件夹，或在杀毒软件里允许邻里台账。',
  glyphsMissing: '有的姓名里的字，这台电脑的字体里没有，打印会缺字。请核对姓名。',
  paperEmpty: '这张名单上没有人，不用打印。请先添加人员。',
  rosterNameTaken: '已经有一种花名册叫这个名字。请换一个名字，或者直接改那一种。',
  ownFieldNameTaken: '已经有一个自定义字段叫这个名字。请换一个名字；不再使用的字段也可以重新使用。',
  ownFieldNameBuiltIn: '软件里本来就有叫这个名字的字段。请直接用它，或换一个名字。',
  ownFieldTooMany: '自定义字段已经够多了，不能再加。可以把不用的字段改个名字、换个用处。',
  ownFieldListFull: '居民名单上已经有 3 列自定义字段，再多就看不下了。请先让其中一个不在名单上显示。',
  ownFieldUsed: '这个字段已经有人填过，或者常用条件、花名册里用到了它，不能这样改。不用了请点“不再使用”。',
  keysMissing: '找不到这本台账的钥匙文件。请把与台账放在一起的 .keys 文件也放回原处，或者用备份恢复。',
  keysDamaged: '台账的钥匙文件已损坏。请用备份恢复。',
  keysBlocked:
    '台账的钥匙文件（.keys）读不出来，可能正被杀毒软件检查或占用。请等一会儿再试；还是不行，请在杀毒软件里允许邻里台账。',
  keysOfOtherLedger: '钥匙文件和台账不是一对。请把这本台账自己的 .keys 文件放回原处，或者用备份恢复。',
  passwordWrong: '密码不对。请看看大写锁定键有没有亮着，再输一次。',
  passwordWeak: '这个密码太容易被猜到。请换一个，或点“帮我想一个”。',
  pinSimple: '这个 PIN 码太容易猜到（例如 123456、同一个数字）。请换一个。',
  pinWrong: 'PIN 码不对，请再输一次，或改用密码。',
  tooManyTries: '密码错了好几次，请等一会儿再试。',
  recoveryCodeMistyped: '恢复码输错了。请对照打印的恢复码，一组一组检查。',
  recoveryCodeWrong: '这个恢复码不是这本台账的，或者已经换成新的。请找最近打印的那一张。',
  notSignedIn: '台账已经锁上。请先登录。',
  notAllowed: '您的账号没有做这件事的权限。需要时请找主任。',
  lastDirector: '这是最后一位主任的账号，不能停用或改成别的角色。请先给另一个人主任的角色。',
  successorMissing: '这个人还有负责的工作。请先选好由谁接手，再停用账号。',
  successorUnfit: '选的这个人不能接手：账号已停用，或者只有查看的权限。请换一个人。',
  ruleNameTaken: '已经有一条同名的走访规则。请换一个名称，或者改那一条。',
  filterNameTaken: '已经有一个同名的常用条件。请换一个名称，或者改那一个。',
  staffNameTaken: '已经有一位同名的工作人员。请在姓名后加上区别，例如“王芳（民政）”。',
  buildingNameTaken: '已经有叫这个名字（或者曾用名）的楼栋。如果是同一栋楼写了两种名字，请用“合并”。',
  buildingInhabited:
    '这栋楼里还有人居住，不能登记为已拆除。请先登记他们搬到哪里，或者把人户状态改成“户籍外出（空挂）”。',
  headRequired: '每一户要有一位户主，而且只能有一位，户主要是在住的人。请选好户主。',
  registerNameTaken: '已经有同样的名称（编号），请换一个。',
  claimTaken: '选中的老人里，有人在这段时间已经由别人认领。请刷新后重新选择；要换认领人，请用“交接”。',
  claimDayUnfit:
    '这个日期不行：交接或结束的日期不能早于认领开始的日期，也不能超过一年以后。请核对日期后再试。',
  claimantUnfit: '选的这个人不能认领老人：已经离开、停用，或者资料不在本社区了。请换一个人。',
  claimantTaken: '这个人已经在认领人名单里，不用再添加。',
  claimantInUse: '这个人还认领着老人，或者还带着别人。请先用“交接”把老人交给别人，再停用。',
  mentorUnfit: '选的这个人不能带人：没有标为“可以带人”，已经离开，或者就是认领人自己。请换一个人，或不选。',
  claimPostClosed: '这个岗位已经停用，不能再认领新的老人。请换一个岗位，或先重新启用它。',
  claimPostInUse: '这个岗位还有认领着的老人。请先交接或结束认领，再停用岗位。',
  residentGone: '选的人里，有人已经不在本社区（迁出、去世或已移除）。请刷新后重新选择。',
  callDayUnfit: '这个日期不行：不能晚于今天，办完的日期也不能早于通话的日期。请核对后再试。',
  ...backupFailureSentences,
  unexpected: '软件出了意外问题，刚才的操作没有完成。请再试一次；还是不行，请重新打开软件。',
} as const satisfies Record<FailureCode, string>

const unsupportedFileSentences = {
  macros:
    '这个表格里带有宏（会自动运行的程序），为了安全没有读取。请在 Excel 或 WPS 里打开它，点“文件”→“另存为”，文件类型选“Excel 工作簿（.xlsx）”，再选择新存的文件。',
  externalLinks:
    '这个表格里有引用别的文件的公式，为了不读进过时的内容没有读取。请在 Excel 里全选并复制，到新建的表格里用“选择性粘贴”→“数值”粘贴，另存为 .xlsx 后再选择。',
  embeddings:
    '这个表格里嵌有别的文件（例如 Word 文档），为了安全没有读取。请把名单全选、复制到新建的表格里，另存为 .xlsx 后再选择。',
  documentType:
    '这个表格的内部格式不正常，为了安全没有读取。请在 Excel 或 WPS 里打开它，另存为新的 .xlsx 文件后再选择。',
  uncalculatedFormulas:
    '这个表格里的公式还没有算出结果，读不到内容。请在 Excel 或 WPS 里打开它，点一次“保存”，再选择。',
  textDocument:
    '这是 Word 或 WPS 文字文档，不是表格。请把里面的名单复制到新建的 Excel 表格里，保存为 .xlsx 后再选择。',
  pdf: '这是 PDF 文件，不能导入。请选择制作这份名单时用的 Excel 表格。',
  picture: '这是图片，不能导入。请选择 Excel 表格；只有纸质名单的，请先录入表格。',
  archive: '这是压缩包。请先把它解压缩，再选择里面的表格文件。',
} as const satisfies Record<UnsupportedFileReason, string>

/** What went wrong and what to do next, in one or two sentences. */
export function failureSentence({ code, detail }: Failure): string {
  if (code === 'fileUnsupported' && isKnownReason(detail)) return unsupportedFileSentences[detail]
  if (code === 'buildingInhabited' && detail !== undefined)
    return `这栋楼里还有 ${detail} 人居住，不能登记为已拆除。请先登记他们搬到哪里，或者把人户状态改成“户籍外出（空挂）”。`
  if (isNamingFile(code) && detail !== undefined) return `${failureSentences[code]}（文件：${detail}）`
  return failureSentences[code]
}

function isNamingFile(code: FailureCode): boolean {
  return code === 'stateFileBlocked' || code === 'programDamaged'
}

function isKnownReason(detail: string | undefined): detail is UnsupportedFileReason {
  return detail !== undefined && Object.hasOwn(unsupportedFileSentences, detail)
}

interface LedgerTrouble {
  readonly title: string
  readonly what: string
  readonly next: string
}

const otherTrouble = {
  title: '台账打不开',
  what: '打开台账时出了问题。台账里的内容没有改动。',
  next: '请点“重试”。还是不行，请关闭软件后重新打开。',
} as const satisfies LedgerTrouble

const ledgerTroubles = {
  ledgerMissing: {
    title: '找不到台账',
    what: '下面的文件夹里没有台账文件，可能是文件夹被移走、改了名，或者移动硬盘没有插好。',
    next: '请把文件夹放回原处或插好硬盘，再点“重试”。如果台账已经搬到别处，请点“打开其他台账”；真的找不回来了，请用下面的备份恢复。',
  },
  ledgerDamaged: {
    title: '台账文件损坏',
    what: '台账文件里有读不出来的地方。为了不让损坏加重，软件没有打开它，也没有改动它。',
    next: '请在下面选一份最近的备份恢复。打不开的台账文件会改名留在原处，一个字节也不动。',
  },
  ledgerLocked: {
    title: '台账正被使用',
    what: '另一个程序正在使用这本台账，例如另一个邻里台账窗口、杀毒软件或网盘同步。',
    next: '请关闭那个程序，等一会儿再点“重试”。',
  },
  ledgerNewer: {
    title: '台账的版本比软件新',
    what: '这本台账是用更新版本的邻里台账建立的，这个版本不能打开，也没有改动它。',
    next: '请安装新版本的邻里台账，然后重新打开。',
  },
  ledgerForeign: {
    title: '不是邻里台账的文件',
    what: '这个文件是别的软件建立的，不是邻里台账。软件没有改动它。',
    next: '请点“打开其他台账”，选择正确的文件；找不到了，请在下面选一份最近的备份恢复。',
  },
  keysMissing: {
    title: '找不到钥匙文件',
    what: '台账文件在，可是和它放在一起的钥匙文件（.keys）不见了。没有钥匙文件，密码和恢复码都打不开台账。',
    next: '请把钥匙文件放回下面的文件夹，再点“重试”。找不到时，请在下面选一份最近的备份恢复。',
  },
  keysDamaged: {
    title: '钥匙文件损坏',
    what: '台账的钥匙文件（.keys）和它的备用一份都读不出来。台账文件没有改动。',
    next: '请在下面选一份最近的备份恢复，备份里也有钥匙。',
  },
  keysBlocked: {
    title: '钥匙文件正被占用',
    what: '台账的钥匙文件（.keys）在，可是读不出来，可能正被杀毒软件检查，或者被另一个程序占用。文件没有损坏的迹象，软件没有改动它。',
    next: '请等一会儿再点“重试”。还是不行，请在杀毒软件里允许邻里台账，再点“重试”。',
  },
  keysOfOtherLedger: {
    title: '钥匙文件和台账不是一对',
    what: '下面的文件夹里，钥匙文件是另一本台账的。软件没有改动它们。',
    next: '请把这本台账自己的钥匙文件放回来，再点“重试”。找不到时，请在下面选一份最近的备份恢复。',
  },
  ledgerReadOnly: {
    title: '台账不能写入',
    what: '台账文件或文件夹写不进去，打开后无法保存任何改动：它是只读的，或者被杀毒软件、“受控文件夹访问”挡住。',
    next: '请检查文件夹的权限和移动硬盘的写保护，或在杀毒软件里允许邻里台账，再点“重试”。',
  },
  folderUnusable: {
    title: '文件夹不能用',
    what: '下面的文件夹打不开，或者写不进去：没有权限，或者被杀毒软件、“受控文件夹访问”挡住。',
    next: '请检查文件夹的权限，或在杀毒软件里允许邻里台账，再点“重试”；也可以点“打开其他台账”。',
  },
  placeDamaged: {
    title: '不知道台账放在哪里',
    what: '软件记着台账位置的小文件坏了（例如写的时候突然断电），它的备份也读不出来。台账本身没有改动。',
    next: '请点“打开其他台账”，选择台账文件 linli-ledger.db。它一般在下面的文件夹里。',
  },
  placeBlocked: {
    title: '暂时不知道台账放在哪里',
    what: '软件记着台账位置的小文件在，可是读不出来，可能正被杀毒软件检查，或者被另一个程序占用。台账本身没有改动。',
    next: '请等一会儿再点“重试”。还是不行，请在杀毒软件里允许邻里台账，再点“重试”。',
  },
  programDamaged: {
    title: '软件的文件用不了',
    what: '软件自己的一个文件装不进来，可能被杀毒软件挡住或改动过。台账没有打开，也没有改动。',
    next: '请重新安装邻里台账。如果还是这样，请在杀毒软件里允许邻里台账后再装一次。',
  },
  migrationFailed: {
    title: '台账升级没有成功',
    what: '软件更新后需要升级台账，这一步没有完成。台账保持升级前的样子，升级前的备份也在。',
    next: '请点“重试”。还是不行，请先使用原来版本的软件，并联系维护人员。',
  },
  diskFull: {
    title: '磁盘空间不够',
    what: '台账所在的磁盘已经满了，无法打开台账。',
    next: '请删去或移走一些不用的文件，再点“重试”。',
  },
} as const satisfies Partial<Record<FailureCode, LedgerTrouble>>

/** Why the ledger can't be opened at the start, and what to do about it. */
export function ledgerTrouble(code: FailureCode): LedgerTrouble {
  return isLedgerTrouble(code) ? ledgerTroubles[code] : otherTrouble
}

/** Whether a failure keeps the ledger from being worked on at all. */
export function isLedgerTrouble(code: FailureCode): code is keyof typeof ledgerTroubles {
  return code in ledgerTroubles
}

/** Words of the page shown instead of the ledger when it can't be opened. */
export const ledgerTroubleLabels = {
  next: '怎么办',
  folder: '台账所在的文件夹',
  programFile: '用不了的文件',
  usualFolder: '台账一般所在的文件夹',
  retry: '重试',
  openOther: '打开其他台账……',
  stillFailing: '还是打不开。',
} as const
