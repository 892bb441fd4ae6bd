import { matchCode } from './match-code.ts'

/** Which party or league a person is a member of. Source: GB/T 4762-1984. */
export const politicalStatuses = {
  '01': '中国共产党党员',
  '02': '中国共产党预备党员',
  '03': '中国共产主义青年团团员',
  '04': '中国国民党革命委员会会员',
  '05': '中国民主同盟盟员',
  '06': '中国民主建国会会员',
  '07': '中国民主促进会会员',
  '08': '中国农工民主党党员',
  '09': '中国致公党党员',
  '10': '九三学社社员',
  '11': '台湾民主自治同盟盟员',
  '12': '无党派民主人士',
  '13': '群众',
} as const satisfies Record<string, string>
export type PoliticalStatus = keyof typeof politicalStatuses

const aliases: Readonly<Record<string, PoliticalStatus>> = {
  中共党员: '01',
  共产党员: '01',
  党员: '01',
  正式党员: '01',
  中共预备党员: '02',
  预备党员: '02',
  共青团员: '03',
  团员: '03',
  民革: '04',
  民革党员: '04',
  民革会员: '04',
  民盟: '05',
  民盟盟员: '05',
  民建: '06',
  民建会员: '06',
  民进: '07',
  民进会员: '07',
  农工党: '08',
  农工党党员: '08',
  致公党: '09',
  致公党党员: '09',
  九三: '10',
  九三学社: '10',
  台盟: '11',
  台盟盟员: '11',
  无党派: '12',
  无党派人士: '12',
  普通群众: '13',
  普通公民: '13',
}

/** The code a cell names; undefined when it names none. Source: GB/T 4762-1984. */
export function parsePoliticalStatus(text: string): PoliticalStatus | undefined {
  return matchCode(text, politicalStatuses, aliases)
}
