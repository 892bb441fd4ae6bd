import { describe, expect, test } from 'vitest'
import { asCalendarDate } from '../calendar-date.ts'
import type { ImportMapping } from '../roster-import.ts'
import { readWholeSheet } from './testing/read-whole-sheet.ts'
import type { MergedArea, SheetCell } from './roster-table.ts'

const todayOn = asCalendarDate('2026-11-25')

function reading(
  rows: readonly (readonly SheetCell[])[],
  mergedAreas: readonly MergedArea[] = [],
  mapping: ImportMapping | null = null,
) {
  return readWholeSheet({ name: '名单', rows, mergedAreas }, mapping, todayOn)
}

const fieldsOf = (rows: readonly (readonly SheetCell[])[], mergedAreas: readonly MergedArea[] = []) =>
  reading(rows, mergedAreas).columns.map(({ field }) => field)

describe('rows that the sheet does not show', () => {
  test('are counted where they hold a person, and read like the others', () => {
    const rows = [['姓名', '性别'], ['王平', '男'], ['李红', '女'], [], ['孙强', '男']]
    const { hiddenRowCount, rows: people } = readWholeSheet(
      { name: '名单', rows, mergedAreas: [], hiddenRows: [0, 2, 3, 4] },
      null,
      todayOn,
    )
    expect(hiddenRowCount).toBe(2)
    expect(people).toHaveLength(3)
  })
})

describe('the header', () => {
  test('is found below titles and above data, merged or not', () => {
    const rows = [['某社区名册'], [], ['序号', '姓名', '身份证号码'], [1, '王平', '']]
    expect(reading(rows).headerRowNumber).toBe(3)
    expect(reading(rows).rows.map(({ rowNumber }) => rowNumber)).toEqual([4])
  })

  test('of two rows is joined without merged cells too, as a CSV has it', () => {
    const rows = [
      ['姓名', '性别', '联系方式', '', '家庭住址', '', ''],
      ['', '', '手机', '固话', '楼栋', '单元', '室'],
      ['王平', '男', '13900001111', '', '3号楼', '1', '101'],
    ]
    const { headerRowNumber, columns } = reading(rows)
    expect(headerRowNumber).toBe(2)
    expect(columns.map(({ header, field }) => [header, field])).toEqual([
      ['姓名', 'name'],
      ['性别', 'sex'],
      ['联系方式/手机', 'phone'],
      ['联系方式/固话', 'phone'],
      ['家庭住址/楼栋', 'building'],
      ['家庭住址/单元', 'unit'],
      ['家庭住址/室', 'room'],
    ])
  })

  test('in a group about somebody else is not the person', () => {
    const group = (left: number, right: number) => ({ top: 0, bottom: 0, left, right })
    const rows = [
      ['本人信息', '', '配偶信息', ''],
      ['姓名', '身份证号', '姓名', '身份证号'],
      ['王平', '', '李红', ''],
    ]
    expect(fieldsOf(rows, [group(0, 1), group(2, 3)])).toEqual(['name', 'idNumber', null, null])
  })

  test('of a list with one row per household names its head', () => {
    expect(
      fieldsOf([
        ['户主', '户主身份证号', '联系电话', '住址'],
        ['王平', '', '', ''],
      ]),
    ).toEqual(['name', 'idNumber', 'phone', 'address'])
  })

  test('ignores remarks, stars and blanks in its words', () => {
    expect(fieldsOf([['姓　名（必填）', '*身份证号码：', '现居住\n地址', '户籍所在地（省市县）']])).toEqual([
      'name',
      'idNumber',
      'address',
      'registeredAddress',
    ])
  })

  test('takes the same field from one column only, phones from all of them', () => {
    expect(fieldsOf([['姓名', '家庭住址', '现住址', '手机', '家庭电话', '紧急联系人电话']])).toEqual([
      'name',
      'address',
      null,
      'phone',
      'phone',
      'emergencyPhone',
    ])
  })

  test('that is missing is made good by what stands in the columns', () => {
    const rows = [
      [1, '王建国', '男', '610103195001011037', '13900001111', '1950-01-01'],
      [2, '李秀兰', '女', '610103195206152247', '', '1952-06-15'],
    ]
    const { headerRowNumber, columns } = reading(rows)
    expect(headerRowNumber).toBe(0)
    expect(columns.map(({ field }) => field)).toEqual([null, 'name', 'sex', 'idNumber', 'phone', 'birth'])
    expect(reading(rows).rows.map(({ draft }) => draft.name)).toEqual(['王建国', '李秀兰'])
  })

  test('that is missing is made good for doors and relations too', () => {
    const rows = [
      ['王建国', '3-1-301', '户主', '1950-01-01'],
      ['李秀兰', '3-1-301', '妻', '1952-06-15'],
      ['欧阳娜', '3-1-302', '户主', '1970-01-01'],
    ]
    expect(fieldsOf(rows)).toEqual(['name', 'address', 'relationToHead', 'birth'])
  })

  test('of a list of members is the member, whatever the column is called', () => {
    const rows = [
      ['户主姓名', '成员名单', '与户主关系'],
      ['王建国', '王建国', '户主'],
      ['王建国', '李秀兰', '妻'],
    ]
    expect(fieldsOf(rows)).toEqual(['headName', 'name', 'relationToHead'])
  })

  test('in a group about the head is the head', () => {
    const group = (left: number, right: number) => ({ top: 0, bottom: 0, left, right })
    const rows = [
      ['户主', '', '家庭成员', ''],
      ['姓名', '身份证号', '姓名', '身份证号'],
      ['王平', '', '李红', ''],
    ]
    expect(fieldsOf(rows, [group(0, 1), group(2, 3)])).toEqual(['headName', null, 'name', 'idNumber'])
  })

  test('gives way to the choice of the clerk', () => {
    const mapping = [{ index: 1, field: 'name' } as const]
    const { columns, rows } = reading(
      [
        ['姓名', '曾用名'],
        ['王平', '王小平'],
      ],
      [],
      mapping,
    )
    expect(columns.map(({ field }) => field)).toEqual([null, 'name'])
    expect(rows[0]?.draft.name).toBe('王小平')
  })
})

describe('rows', () => {
  test('that only carry a serial number, sign a page or repeat the header are nobody', () => {
    const rows = [
      ['序号', '姓名', '性别'],
      [1, '王平', '男'],
      [2, '', ''],
      ['序号', '姓名', '性别'],
      [3, '李红', '女'],
      ['合计', '', 2],
      ['填表人：孙梅'],
    ]
    expect(reading(rows).rows.map(({ draft }) => draft.name)).toEqual(['王平', '李红'])
  })

  test('that head a section, end a page or count are nobody', () => {
    const wide = (row: number) => ({ top: row, bottom: row, left: 0, right: 3 })
    const rows = [
      ['姓名', '性别', '电话', '住址'],
      ['东楼', '', '', ''],
      ['王平', '男', '', '东楼101'],
      ['（接下页）'],
      ['李红', '女', '', '西楼102'],
      ['以下空白'],
      ['共2人'],
    ]
    expect(reading(rows, [wide(1)]).rows.map(({ draft }) => draft.name)).toEqual(['王平', '李红'])
  })

  test('keep what stands in brackets behind a name as a note, and say so', () => {
    const [row] = reading([
      ['姓名', '备注'],
      ['张桂英（已故）', '老党员'],
    ]).rows
    expect([row?.draft.name, row?.draft.note]).toEqual(['张桂英', '已故\n老党员'])
    expect(row?.issues.map(({ code }) => code)).toContain('nameRemark')
  })

  test.each(['#REF!', '#N/A', '#NAME?'])('say nothing where a formula failed with %s', (fault) => {
    const [row] = reading([
      ['姓名', '楼栋', '电话'],
      [fault, fault, fault],
    ]).rows
    expect(row?.issues.map(({ code }) => code)).toEqual(['nameMissing', 'sexUnknown'])
    expect([row?.draft.dwelling, row?.draft.phones]).toEqual([null, []])
  })

  test('share what is merged over them', () => {
    const rows = [['姓名', '楼栋', '室'], ['王平', '3号楼', '101'], ['李红'], ['孙梅', '4号楼']]
    const { rows: people } = reading(rows, [
      { top: 1, bottom: 2, left: 1, right: 1 },
      { top: 1, bottom: 2, left: 2, right: 2 },
    ])
    expect(people.map(({ draft }) => [draft.dwelling?.building, draft.dwelling?.room])).toEqual([
      ['3号楼', '101'],
      ['3号楼', '101'],
      ['4号楼', ''],
    ])
  })

  test('with more text than a field takes are refused at that field', () => {
    const { rows } = reading([
      ['姓名', '备注', '户籍地址'],
      ['王平', '长'.repeat(2001), ''],
      ['李红', '', '长'.repeat(201)],
      ['孙梅', '长'.repeat(40_000), ''],
    ])
    expect(rows.map(({ issues }) => issues.filter(({ isRefusal }) => isRefusal))).toMatchObject([
      [{ code: 'cellTooLong', field: 'note' }],
      [{ code: 'cellTooLong', field: 'registeredAddress' }],
      [{ code: 'cellTooLong', field: 'note' }],
    ])
  })
})

describe('identity numbers', () => {
  const numberOf = (cell: SheetCell) => {
    const row = reading([
      ['姓名', '身份证号'],
      ['王平', cell],
    ]).rows[0]
    return row?.issues.find(({ field }) => field === 'idNumber')?.code ?? row?.draft.idNumber
  }

  // Worked examples of the rules for identity numbers.
  test.each<[SheetCell, string]>([
    ['11010519491231002X', '11010519491231002X'],
    ['11010519491231003X', 'idChecksum'],
    ['110105491231002', 'idFifteenDigits'],
    [110105491231002, 'idFifteenDigits'],
    ['810000199408230021', '810000199408230021'],
    ['932682198501010017', '932682198501010017'],
    ['PAK310080010103', 'PAK310080010103'],
    ['610103190002291015', 'idImpossibleDate'],
    [Number('610103194308151021'), 'idPrecisionLost'],
    ['610103194308151000', 'idPrecisionLost'],
    ['6.10103194308151e+17', 'idPrecisionLost'],
    ['610103194308153000', '610103194308153000'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['H12345678', 'H12345678'],
    ['无', ''],
    [{ dateOn: '1949-12-31' }, 'idFormat'],
  ])('%j is read as %s', (cell, expected) => {
    expect(numberOf(cell)).toBe(expected)
  })
})

describe('birth dates', () => {
  const birthOf = (cell: SheetCell) => {
    const row = reading([
      ['姓名', '出生日期'],
      ['王平', cell],
    ]).rows[0]
    return row?.issues.find(({ field }) => field === 'birth')?.code ?? row?.draft.birthWhen
  }

  test.each<[SheetCell, string | null]>([
    [{ dateOn: '1940-02-29' }, '1940-02-29'],
    [{ dateOn: '1950-01-05', shows: 'month' }, '1950-01'],
    [{ dateOn: '1950-01-05', shows: 'year' }, '1950'],
    [{ dateOn: '2026-01-05', shows: 'monthDay' }, 'birthUnreadable'],
    ['1950.1.1', '1950-01-01'],
    ['1950年1月1日', '1950-01-01'],
    ['1950/1/1 0:00:00', '1950-01-01'],
    [19500101, '1950-01-01'],
    // The day number Excel gives 1950-01-01.
    [18264, '1950-01-01'],
    ['1950年3月', '1950-03'],
    [1950, '1950'],
    ['50-1-1', 'birthTwoDigitYear'],
    ['50.1.1', 'birthTwoDigitYear'],
    [500101, 'birthTwoDigitYear'],
    ['1950-02-30', 'birthUnreadable'],
    ['2035-01-01', 'birthUnreadable'],
    ['1850-01-01', 'birthUnreadable'],
    ['七十多岁', 'birthUnreadable'],
    ['不详', null],
  ])('%j is read as %s', (cell, expected) => {
    expect(birthOf(cell)).toBe(expected)
  })
})

describe('lunar birthdays', () => {
  const lunarOf = (cell: SheetCell) => {
    const row = reading([
      ['姓名', '农历生日'],
      ['王平', cell],
    ]).rows[0]
    const { year, month, day, isLeap } = row?.draft.lunarBirth ?? {}
    const issue = row?.issues.find(({ field }) => field === 'lunarBirth')?.code
    return issue ?? [year ?? '', `${isLeap === true ? '-' : ''}${String(month)}`, day].join('|')
  }

  test.each<[SheetCell, string]>([
    ['正月廿二', '|1|22'],
    ['1933年闰五月三十', '1933|-5|30'],
    ['农历1936年闰三月初五', '1936|-3|5'],
    ['阴历八月十五日', '|8|15'],
    ['十一月十三', '|11|13'],
    ['冬月十三', '|11|13'],
    ['十二月二十三', '|12|23'],
    ['3月5日', '|3|5'],
    ['1936年3月5日', '1936|3|5'],
    ['1936.3.5', '1936|3|5'],
    ['8.15', 'lunarBirthUnreadable'],
    ['腊月三十二', 'lunarBirthUnreadable'],
    ['13月1日', 'lunarBirthUnreadable'],
    // The leap month of 1936 is the third.
    ['1936年闰四月初五', 'lunarBirthUnreadable'],
    // 3-5 after a spreadsheet program took it for a day of this year.
    [{ dateOn: '2026-03-05' }, 'lunarBirthUnreadable'],
  ])('%j is read as %s', (cell, expected) => {
    expect(lunarOf(cell)).toBe(expected)
  })
})

describe('phones', () => {
  const phonesOf = (cell: SheetCell) => {
    const row = reading([
      ['姓名', '电话'],
      ['王平', cell],
    ]).rows[0]
    const isUnreadable = row?.issues.some(({ code }) => code === 'phoneUnreadable') === true
    return [
      ...(row?.draft.phones.map(({ number, note }) => number + note) ?? []),
      ...(isUnreadable ? ['?'] : []),
    ]
  }

  test.each<[SheetCell, readonly string[]]>([
    [13900001111, ['13900001111']],
    ['139 0000 1111', ['13900001111']],
    ['+86-13900001111', ['13900001111']],
    ['13900001111 13900002222', ['13900001111', '13900002222']],
    ['13900001111、029-87654321', ['13900001111', '029-87654321']],
    ['13900001111（儿子）13900002222（女儿）', ['13900001111儿子', '13900002222女儿']],
    ['儿子13900001111；女儿：13900002222', ['13900001111儿子', '13900002222女儿']],
    ['029-87654321转8001', ['029-87654321转8001']],
    ['87654321', ['87654321']],
    ['400-800-1234', ['400-800-1234']],
    ['13900001111/13900001111', ['13900001111']],
    ['1390000111', ['?']],
    ['13900001111、没记', ['13900001111', '?']],
    ['无', []],
    ['/', []],
  ])('%j is read as %j', (cell, expected) => {
    expect(phonesOf(cell)).toEqual(expected)
  })
})

describe('somebody to call', () => {
  const contactOf = (name: SheetCell, phone: SheetCell) => {
    const row = reading([
      ['姓名', '性别', '紧急联系人', '紧急联系人电话'],
      ['王平', '男', name, phone],
    ]).rows[0]
    return [
      ...(row?.draft.phones.map(({ owner, number, note }) => [owner, number, note].join('|')) ?? []),
      ...(row?.issues.map(({ code, field, isRefusal }) => `${code}@${field}${isRefusal ? '!' : ''}`) ?? []),
    ]
  }

  test.each<[SheetCell, SheetCell, readonly string[]]>([
    ['李红', '13900001111', ['李红|13900001111|']],
    [null, '李红13900001111', ['李红|13900001111|']],
    ['李红', '13900001111、没记', ['李红|13900001111|', 'phoneUnreadable@emergencyPhone']],
    [null, '1390000111', ['phoneUnreadable@emergencyPhone']],
    ['李红', '1390000111', ['phoneUnreadable@emergencyPhone', 'emergencyNumberMissing@emergencyName']],
    ['李红', null, ['emergencyNumberMissing@emergencyName']],
    ['李红', '无', ['emergencyNumberMissing@emergencyName']],
    ['无', '/', []],
  ])('%j with %j is read as %j', (name, phone, expected) => {
    expect(contactOf(name, phone)).toEqual(expected)
  })
})

describe('people who are only registered here', () => {
  const homeOf = (status: string, door: string, address: string) => {
    const row = reading([
      ['姓名', '人户状态', '楼栋', '现住址'],
      ['王平', status, door, address],
    ]).rows[0]
    const issues = row?.issues.filter(({ code }) => code.startsWith('address')).map(({ code }) => code)
    return [row?.draft.dwelling?.building ?? '', row?.draft.currentAddress, ...(issues ?? [])]
  }

  test.each([
    ['户在人不在', '', '双桥市朝阳花园3号楼', ['', '双桥市朝阳花园3号楼']],
    ['户在人不在', '', '文昌路6号', ['', '文昌路6号']],
    ['户在人不在', '3号楼', '双桥市朝阳花园5号楼', ['3号楼', '双桥市朝阳花园5号楼']],
    ['户在人不在', '', '3号楼2单元101', ['3号楼', '']],
    ['人户一致', '', '长宁市朝阳花园3号楼', ['长宁市朝阳花园3号楼', '']],
    ['人户一致', '', '文昌路6号', ['', '文昌路6号', 'addressNotSplit']],
  ])('%s, %j, %j: %j', (status, door, address, expected) => {
    expect(homeOf(status, door, address)).toEqual(expected)
  })
})

describe('dwellings', () => {
  const rowOf = (headers: readonly string[], cells: readonly SheetCell[]) => {
    const row = reading([
      ['姓名', ...headers],
      ['王平', ...cells],
    ]).rows[0]
    const issue = row?.issues.find(({ code }) => code.startsWith('address'))
    const { building = '', unit = '', room = '' } = row?.draft.dwelling ?? {}
    return issue === undefined ? [building, unit, room].join('|') : `${issue.code}@${issue.field}`
  }

  test.each<[readonly string[], readonly SheetCell[], string]>([
    [['住址'], ['幸福里3号楼2单元101室'], '幸福里3号楼|2|101'],
    [['住址'], ['3-2-101'], '3号楼|2|101'],
    [['楼栋', '单元', '室'], [3, 2, 101], '3号楼|2|101'],
    [['楼栋', '单元', '室'], ['甲1号', '2单元', '0101室'], '甲1号|2|0101'],
    [['楼栋', '住址'], ['3号楼', '3-2-101'], '3号楼|2|101'],
    [['楼栋', '单元', '室'], ['３号楼', '２单元', '１０１'], '3号楼|2|101'],
    [['楼栋', '单元', '室'], ['3#', '2', '101'], '3号楼|2|101'],
    [['楼栋', '单元', '门牌号'], ['3', '2', '101室'], '3号楼|2|101'],
    [['楼栋', '单元', '室'], ['三', '二单元', '101'], '3号楼|2|101'],
    [['楼栋', '单元', '室'], ['三十号楼', '十一', '101'], '30号楼|11|101'],
    [['楼栋', '门牌号'], ['3', '幸福路18号'], '3号楼||'],
    [['住址'], ['3#2-101'], '3号楼|2|101'],
    [['住址'], ['3#楼2单元101'], '3号楼|2|101'],
    [['住址'], ['3号楼-2-101'], '3号楼|2|101'],
    [['住址'], ['3－2－101'], '3号楼|2|101'],
    [['住址'], ['3/2/101'], '3号楼|2|101'],
    [['住址'], ['3号楼2单元1楼101室'], '3号楼|2|101'],
    [['住址'], ['3号楼二单元三楼301'], '3号楼|2|301'],
    [['住址'], ['3号楼1-1'], '3号楼||1-1'],
    [['住址'], ['3/2'], 'addressNotSplit@address'],
    [['住址'], [{ dateOn: '2026-03-01', shows: 'month' }], 'addressIsDate@address'],
    [['楼栋'], [{ dateOn: '2026-03-01' }], 'addressIsDate@building'],
    [['住址'], ['3月1日'], 'addressIsDate@address'],
    [['住址'], ['2026/3/1'], 'addressIsDate@address'],
    [['房号'], ['1-Mar'], 'addressIsDate@room'],
    [['住址'], ['上海市某路'], 'addressNotSplit@address'],
    [['室'], ['101'], 'addressNotSplit@building'],
  ])('%j with %j is %s', (headers, cells, expected) => {
    expect(rowOf(headers, cells)).toBe(expected)
  })
})
