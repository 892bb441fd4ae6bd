import type {
  ImportCandidate,
  ImportChange,
  ImportLikeness,
  ImportRow,
  TwoDigitYears,
} from '../import-report.ts'
import type {
  BuiltInImportField,
  ImportCounts,
  ImportField,
  ImportIssue,
  ImportRun,
  ImportUndo,
  ImportVerdict,
} from '../roster-import.ts'
import { formatDwelling, type DwellingParts } from '../address.ts'
import { isOwnFieldKey, ownFieldIdOf, type OwnField } from '../own-field.ts'
import type { SheetObstacle } from '../roster-import/sheet-choice.ts'
import { grouped } from './grouped.ts'

/** Unit: sheets that are called by their names in one line. */
const namedSheets = 3

const steps = ['选择文件', '核对列', '预览', '导入', '完成'] as const

/** What the columns of a roster are called when they are matched to fields. */
export const importFieldLabels = {
  name: '姓名',
  sex: '性别',
  idNumber: '身份证号',
  birth: '出生日期',
  lunarBirth: '农历生日',
  ethnicGroup: '民族',
  phone: '电话',
  address: '住址（楼栋、单元、室写在一起）',
  building: '楼栋',
  unit: '单元',
  room: '室（房号）',
  registeredAddress: '户籍地址',
  residenceStatus: '人户状态',
  livingArrangement: '居住情况',
  relationToHead: '与户主关系',
  headName: '户主姓名',
  careTags: '关爱类别',
  formerName: '曾用名',
  education: '文化程度',
  politicalStatus: '政治面貌',
  maritalStatus: '婚姻状况',
  marriedWhen: '结婚日期',
  occupation: '从业状况',
  workplace: '工作单位',
  retirementUnit: '退休单位',
  health: '健康状况',
  disabilityCard: '残疾人证号',
  disabilityCategory: '残疾类别',
  disabilityGrade: '残疾等级',
  benefits: '享受待遇',
  emergencyName: '紧急联系人',
  emergencyPhone: '紧急联系电话',
  note: '备注',
} as const satisfies Record<BuiltInImportField, string>

/** What a column is imported as, in words. */
export function importFieldLabel(field: ImportField, ownFields: readonly OwnField[]): string {
  if (!isOwnFieldKey(field)) return importFieldLabels[field]
  return ownFields.find(({ id }) => id === ownFieldIdOf(field))?.name ?? ''
}

function shortFieldLabel(field: ImportField, ownFields: readonly OwnField[]): string {
  if (field === 'address') return '住址'
  return field === 'room' ? '室' : importFieldLabel(field, ownFields)
}

export const importVerdictLabels = {
  add: '新增',
  update: '更新',
  unchanged: '无变化',
  refuse: '不导入',
} as const satisfies Record<ImportVerdict, string>

const issueSentences = {
  nameMissing: '姓名是空的。请在表里补上姓名后重新选择文件。',
  nameUnusable: '姓名里有不能用的字符。请在表里改正姓名后重新选择文件。',
  nameRemark: '姓名后面括号里的话放进了备注。请核对这个人是否还在本社区。',
  idFormat: '身份证号不是 18 位或格式不对。请对照证件改正后重新选择文件。',
  idChecksum: '身份证号最后一位对不上，可能抄错了一位。请对照证件改正后重新选择文件。',
  idImpossibleDate: '身份证号里的出生日期不存在。请对照证件改正后重新选择文件。',
  idPrecisionLost: '身份证号被表格软件改成了数字，后几位已丢失。请把这一列设为“文本”格式，重新填写号码。',
  idFifteenDigits: '身份证号是 15 位旧号码。请换成 18 位新号码。',
  idTwiceInFile: '身份证号在这个文件里出现了两次。请只保留一行。',
  birthUnreadable: '出生日期看不懂。请写成 1945-03-02 这样的日期后重新选择文件。',
  birthTwoDigitYear: '出生日期的年份只有两位，分不清是哪个世纪。请写成四位年份后重新选择文件。',
  birthIsLunar: '出生日期一栏写的是农历生日，将记为农历生日。公历出生日期请导入后补上。',
  birthDiffersFromId: '出生日期与身份证号里的不一致，将以身份证号为准。导入后请核对。',
  sexUnreadable: '性别看不懂。请写“男”或“女”后重新选择文件。',
  sexDiffersFromId: '性别与身份证号里的不一致，将以身份证号为准。导入后请核对。',
  sexUnknown: '性别没有填写。导入后请在居民资料里补上性别。',
  ethnicGroupUnknown: '民族不在民族名称表里，这一格不导入。请写全称，例如“汉族”。',
  relationUnknown: '与户主关系认不出来，这一格不导入。请写“户主”“配偶”“子”“女”等。',
  residenceStatusUnknown: '人户状态认不出来，按一般情况导入。请在居民资料里核对人户状态。',
  livingArrangementUnknown: '居住情况认不出来，这一格不导入。请在居民资料里补选居住情况。',
  careTagUnknown: '有的关爱类别认不出来，认不出的不导入。请在居民资料里补选关爱类别。',
  careTagRemarkUnread: '关爱类别旁边的说明不是起止日期，只导入类别。请在居民资料里补上说明。',
  careTagOfOthers: '有的关爱类别归别的条线登记，这些类别不导入。请交给分管的同事登记。',
  lunarBirthUnreadable: '农历生日看不懂，这一格不导入。请写成“正月初八”这样。',
  valueUnknown: '写法不在名称表里，这一格不导入。请在居民资料里补选。',
  dateUnreadable: '日期看不懂，这一格不导入。请写成 1976-10-01，只知道年份写 1976。',
  disabilityCardUnreadable:
    '残疾人证号的写法不对，这一格不导入。残疾人证号是 20 位：身份证号加残疾类别和等级。',
  disabilityCardOfOther: '残疾人证号前 18 位与身份证号不一样，这一格不导入。请对照证件检查。',
  disabilityIncomplete: '残疾类别和等级要一起填，这次不导入残疾情况。请在居民资料里补上。',
  fieldOfOthers: '这一项归别的条线登记，不导入。请交给分管的同事登记。',
  fieldSealed: '这个人的这一项已封存，未改动。要改的，请打开这个人的资料，在“保密事项”里修改。',
  addressIsDate: '住址被表格软件改成了日期。请把这一列设为“文本”格式，重新填写住址。',
  addressIsExponent:
    '住址被表格软件改成了很大的数字（例如“2E5”变成 200000）。请把这一列设为“文本”格式，重新填写住址。',
  addressNotSplit: '住址分不出楼栋，将整段保存。导入后请在居民资料里核对住址。',
  phoneUnreadable: '电话看不懂，这一格不导入。请只写号码，多个号码用顿号隔开。',
  emergencyNumberMissing: '紧急联系人没有能用的电话，不导入。请写上电话号码，或者导入后在居民资料里补上。',
  privateUseCharacter: '有一个字是旧系统自造的字，别的电脑可能显示不出来。请换成标准汉字。',
  sameNameExists: '台账里已有同名的人，将作为另一个人新增。姓名相同请核对是否重复。',
  sameInFile: '姓名、出生日期和住址与前面一行相同，将再新增一个人。请核对，重复的只保留一行。',
  personTaken: '另一行也定为台账里的这个人，一个人只能对应一行，这一行不导入。请重新定，重复的不用导入。',
  cellTooLong: '内容太长，超过了能保存的长度。请缩短后重新选择文件。',
  numberUnreadable: '不是数字，这一格不导入。请只写数字，例如 12 或 3.5，最多 15 位。',
  ownTextTooLong: '内容太长，这一格不导入。请缩短到 200 个字以内。',
} as const satisfies Record<ImportIssue['code'], string>

/** What is said instead when the finding does not keep the row out, because the ID number answers the question. */
const warningSentences: Partial<Record<ImportIssue['code'], string>> = {
  sexUnreadable: '性别看不懂，将以身份证号为准。导入后请核对。',
  birthUnreadable: '出生日期看不懂，将以身份证号为准。导入后请核对。',
  birthTwoDigitYear: '出生日期的年份只有两位，将以身份证号为准。导入后请核对。',
}

/** The sentence for one finding in a row; it names the field unless the sentence does already. */
export function importIssueSentence(issue: ImportIssue, ownFields: readonly OwnField[]): string {
  const warning = issue.isRefusal ? undefined : warningSentences[issue.code]
  const sentence = warning ?? issueSentences[issue.code]
  const field = shortFieldLabel(issue.field, ownFields)
  const named = sentence.startsWith(field) ? sentence : `${field}：${sentence}`
  const value = issue.value === undefined ? '' : `（表里写的是“${issue.value}”）`
  const likely = issue.likely === undefined ? '' : `原来可能是“${issue.likely}”。`
  return `${named}${value}${likely}`
}

/** What an update does to one field. */
export function importChangeSentence(
  { field, before, after }: ImportChange,
  ownFields: readonly OwnField[],
): string {
  const label = shortFieldLabel(field, ownFields)
  if (before === after) return `${label}：${after}（隐藏的几位改了）`
  if (before === '') return `${label}：补上 ${after}`
  return after === '' ? `${label}：清空 ${before}` : `${label}：${before} → ${after}`
}

/** Words of the roster import. */
export const importLabels = {
  title: '导入花名册',
  steps,
  stepsName: '导入步骤',
  start: {
    stop: '停止读取',
    stopped: '已停止读取，台账没有变化。',
    heading: '选择花名册文件',
    help: '可以用 Excel 表格（.xlsx、.xls）或 CSV 文件。原文件不会被改动，导入前会先让您核对。',
    needs: '表里至少要有“姓名”一列；有“身份证号”一列时，已在台账里的人会更新，不会重复。',
    choose: '选择文件',
    paste: '粘贴复制的表格',
    pasteHelp: '也可以在 Excel 或 WPS 里选中表格（连同表头）复制，再按 Ctrl+V 粘贴到这里。',
    reading: '正在读取文件……',
    sheets: '这个文件有几张工作表，请勾选要导入的。表头一样的可以一起导入，只核对一次',
    obstacles: {
      noHeading: '没有认出“姓名”一列，不像花名册。确实要导入，请先取消别的勾选，单独导入这一张。',
      otherLayout: '表头和勾选的表不一样，这次不能一起导入。导入完再接着导入这一张。',
    } satisfies Record<SheetObstacle, string>,
    sheetOption: (name: string, rowCount: number) => `${name}（${grouped(rowCount)} 行）`,
    chooseOther: '换一个文件',
    importedBefore: (run: ImportRun, importedAt: string) =>
      `这个文件在${importedAt}已经导入过：新增 ${grouped(run.addedCount)} 人，更新 ${grouped(run.updatedCount)} 人。再导入一次不会重复加人，但之后改过的内容可能又被改回去。不想再导入请换一个文件。`,
    next: '下一步：核对列',
    file: (fileName: string) => `文件：${fileName}`,
  },
  last: {
    heading: '上一次导入',
    text: (run: ImportRun, importedAt: string) =>
      `${importedAt} 从“${run.fileName}”新增 ${grouped(run.addedCount)} 人，更新 ${grouped(run.updatedCount)} 人。`,
    undone: '这次导入已经撤销。',
    undo: '撤销这次导入',
  },
  columns: {
    heading: '核对每一列是什么',
    help: '软件已按表头自动对好。请看一遍，不对的在右边改；不需要的列选“不导入”。',
    caption: '文件的列与台账项目的对照',
    column: '列',
    header: '表头',
    examples: '内容举例',
    field: '导入为',
    noHeader: '（没有表头）',
    noExamples: '（空列）',
    exampleSeparator: '；',
    ignore: '不导入',
    fieldOf: (header: string) => `“${header}”导入为`,
    remembered: (usedAt: string) => `同样的表头在${usedAt}导入过，已照那一次的对照对好，认过的写法也记着。`,
    nameMissing: '还没有一列对应“姓名”。请把写着姓名的那一列选成“姓名”。',
    updating: '正在按新的对照重新核对……',
    back: '上一步',
    next: '下一步：预览',
  },
  preview: {
    hiddenRows: (rowCount: number) =>
      `表格里有 ${grouped(rowCount)} 行是隐藏的（例如筛选后看不见的），这次也一起读进来了。不想要这些行，请先在表格里把它们删掉再导入。`,
    heading: '导入前请看一遍',
    help: '点一个数字，只看这一类。标为“不导入”的行不会写进台账，其余的行都会。',
    filterName: '按结论筛选',
    all: '全部',
    rowCount: (count: number) => `共 ${grouped(count)} 行`,
    countUnit: '行',
    caption: '逐行核对结果',
    rowNumber: '行号',
    sheetAndRow: '工作表和行号',
    rowOfSheet: (sheetRowNumber: number) => `第 ${sheetRowNumber} 行`,
    sheets: (names: readonly string[]) => `这次一起导入 ${names.length} 张工作表：${names.join('、')}。`,
    name: '姓名',
    idNumber: '身份证号',
    address: '住址',
    verdict: '结论',
    explanation: '说明',
    loadingRow: '正在读取……',
    empty: '这一类没有行。',
    nothingToImport: '没有要新增或更新的行。请检查文件，或回上一步核对列。',
    back: '上一步',
    apply: (counts: ImportCounts) =>
      `开始导入（新增 ${grouped(counts.add)} 人，更新 ${grouped(counts.update)} 人）`,
  },
  files: {
    corrected: '另存标出错处的表……',
    stopCorrected: '停止',
    correctedSaved: '已存好。错处标了颜色、写了批注，可以发回给填表的人；原文件没有改动。',
    template: '存一份空白模板……',
    templateSaved: '已存好。发给别人填好后，可以直接导入。',
  },
  apply: {
    heading: '正在导入',
    help: '请不要关闭软件。导入完成前可以取消，取消后台账保持原样。',
    progressName: '导入进度',
    progress: (doneCount: number, totalCount: number) =>
      `已处理 ${grouped(doneCount)} 行，共 ${grouped(totalCount)} 行`,
    starting: '正在准备……',
    cancel: '取消导入',
    cancelling: '正在取消……',
    cancelled: '导入已取消，台账保持原样。',
  },
  result: {
    heading: '导入完成',
    added: '新增',
    updated: '更新',
    refused: '没有导入',
    unchanged: '无变化',
    personUnit: '人',
    rowUnit: '行',
    otherSheets: (count: number) =>
      `这个文件还有 ${count} 张工作表没有导入，别漏了。表头一样的一起接着导入：`,
    goOnWith: (names: readonly string[]) =>
      `接着导入${names
        .slice(0, namedSheets)
        .map((name) => `“${name}”`)
        .join('')}${names.length > namedSheets ? `等 ${names.length} 张` : ''}`,
    toResidents: '查看居民',
    again: '再导入一个文件',
    refusedHelp: '没有导入的行请在原表里改正，再导入一次；已导入的人不会重复。',
  },
  undo: {
    button: '撤销这次导入',
    title: '撤销这次导入？',
    text: (addedCount: number, updatedCount: number) =>
      `将删除这次新增的 ${grouped(addedCount)} 人，把更新过的 ${grouped(updatedCount)} 人恢复到导入前。导入后又改过的人，以及已在走访名单上的人会保留。`,
    confirm: '撤销导入',
    cancel: '不撤销',
    done: (undo: ImportUndo) =>
      `已撤销：删除 ${grouped(undo.removedCount)} 人，恢复 ${grouped(undo.restoredCount)} 人。` +
      (undo.keptCount > 0
        ? `有 ${grouped(undo.keptCount)} 人导入后又改过或已在走访名单上，予以保留，请逐个核对。`
        : ''),
  },
} as const

const likenessSentences = {
  sameNumber: '身份证号和这个人一样',
  idOneDigit: '和这个人的身份证号只差一位',
  idTransposed: '和这个人的身份证号只是相邻两位颠倒了',
  idDigitMissing: '和这个人的身份证号只差多写或漏写一位',
  idPrecision: '和这个人的身份证号前 15 位一样，后几位被表格软件丢了',
  sameBirth: '姓名和出生日期与这个人一样',
  sameDoor: '姓名和住址与这个人一样',
  sameName: '和这个人同名',
} as const satisfies Record<ImportLikeness, string>

/** What the check of a roster asks the clerk. */
export const importQuestionLabels = {
  updating: '正在重新核对……',
  alike: {
    figure: '可能重复',
    likeness: likenessSentences,
    found: (likeness: ImportLikeness, count: number) =>
      `台账里可能有这个人：${likenessSentences[likeness]}${count > 1 ? `（共 ${count} 人可选）` : ''}。`,
    decided: (decision: ImportRow['decision']) =>
      decision === null ? '是不是同一个人？' : decision === 'same' ? '已定：同一个人' : '已定：另一个人',
    open: (count: number) =>
      `有 ${grouped(count)} 行还没有定是不是台账里的人。没定的行按上面的结论办：“新增”的作为另一个人新增，“不导入”的不导入。`,
    title: '是不是同一个人？',
    inFile: ({ sheetName, sheetRowNumber, name, idNumberMasked, address }: ImportRow) =>
      `“${sheetName}”第 ${sheetRowNumber} 行：${[name, idNumberMasked, address].filter((part) => part !== '').join('，')}`,
    question: '台账里的这些人，哪一个就是他（她）？请对照证件再定。',
    candidate: ({ name, birth, idNumberMasked, address, phonesMasked }: ImportCandidate) =>
      [name, birth, idNumberMasked, address, phonesMasked].filter((part) => part !== '').join('，'),
    other: (verdict: ImportVerdict) => (verdict === 'refuse' ? '都不是，这一行不导入' : '都不是，是另一个人'),
    confirm: '确定',
    cancel: '先不定',
  },
  values: {
    button: (openCount: number, count: number) =>
      openCount > 0 ? `有 ${openCount} 种写法认不出来……` : `${count} 种写法已认好……`,
    title: '这些写法是什么意思？',
    help: '每种写法只问一次，以后导入同样的表会记住。不选的不导入这一格。',
    column: '列',
    text: '表里的写法',
    rows: '行数',
    rowCount: (count: number) => `${grouped(count)} 行`,
    meaning: '意思是',
    meaningOf: (text: string) => `“${text}”的意思是`,
    open: '还没定',
    nothing: '不导入这种写法',
    confirm: '确定',
    cancel: '取消',
  },
  twoDigitYears: {
    label: '两位数的出生年份怎么算',
    options: {
      refused: (count: number) => `两位数年份（${grouped(count)} 行）：先不认`,
      nineteenHundreds: () => '两位数年份：都算 19××年',
      latest: () => '两位数年份：取离今天最近的（45 是 1945，15 是 2015）',
    } satisfies Record<TwoDigitYears, (count: number) => string>,
  },
  buildingFromSheet: {
    label: (doors: readonly Pick<DwellingParts, 'building' | 'unit'>[]) => {
      const names = doors.map((door) => formatDwelling({ ...door, room: '' }))
      const rest = names.length > namedSheets ? `等 ${names.length} 处` : ''
      return `没写楼栋的行，按工作表的名字填楼栋（${names.slice(0, namedSheets).join('、')}${rest}）`
    },
  },
  emptying: {
    label: '表里空着的格子，也清空台账里的内容',
    figure: '会清空',
    unit: '处',
  },
} as const
