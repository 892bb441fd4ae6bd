/** Invented people are put together from these; common surnames stand first and are drawn more often. */
export const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单仇解',
]
export const compoundSurnames = ['欧阳', '尉迟', '司马', '上官', '诸葛', '夏侯']

interface GivenNames {
  readonly first: readonly string[]
  readonly second: readonly string[]
  readonly single: readonly string[]
}

function givenNames(first: string, second: string, single: string): GivenNames {
  return { first: [...first], second: [...second], single: [...single] }
}

/** By sex and generation: names go with the time. */
export const givenNamesOf = {
  '1': {
    older: givenNames(
      '建德志玉文长守振永继光明学树金正宝荣广兴',
      '国明强林生彬根义福民军平祥海山成才贵华昌',
      '忠勇义斌',
    ),
    middle: givenNames('建志国永晓海文立新卫东红小', '伟强军勇刚峰涛斌辉鹏超杰波', '伟强磊军勇涛超'),
    younger: givenNames('浩子宇博俊明一天志梓奕泽嘉', '然轩航文杰鸣佑远辰睿涵宸宁', '晨睿轩航'),
  },
  '2': {
    older: givenNames('秀桂玉淑凤素春惠翠月彩美菊', '英兰珍华芬梅芳花娥芝霞云莲香', '兰英梅芳'),
    middle: givenNames('丽晓红海雪艳春文秀亚小', '敏静燕丽娟萍玲霞梅娜', '静敏丽燕娟娜'),
    younger: givenNames('欣雨诗梓佳若思语可依', '怡涵琪萱慧曦彤桐妍悦', '雪萱悦'),
  },
} as const satisfies Record<'1' | '2', Record<'older' | 'middle' | 'younger', GivenNames>>

/** Characters many computers lack: extensions A to E of the Chinese repertoire and rarer ones of its first block. */
export const rareGivenNames = ['𠮷祥', '𠅤', '龑', '䶮之', '喆', '文𬍛', '孟𫖯', '𬀩', '玉𪟝', '㛃']

/** Own name, then the father's, with a dot between. */
export const uyghurNames = {
  '1': ['艾力', '吐尔逊', '买买提', '阿不都热合曼', '玉素甫', '艾尼瓦尔', '库尔班'],
  '2': ['阿依古丽', '古丽娜尔', '帕提古丽', '热依汗古丽', '阿米娜', '祖丽皮亚'],
} as const
export const tibetanNames = {
  '1': ['扎西顿珠', '次仁多吉', '丹增旺堆', '洛桑'],
  '2': ['才旦卓玛', '央金拉姆', '德吉', '白玛曲珍'],
} as const
export const mongolianNames = {
  '1': ['巴特尔', '乌力吉', '布和', '额尔德尼'],
  '2': ['萨仁高娃', '其其格', '乌云塔娜', '娜仁托娅'],
} as const
