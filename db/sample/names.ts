/** Invented people are put together from these; no name is anybody's. */
export const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单仇解',
]
export const compoundSurnames = ['欧阳', '尉迟', '司马', '上官']
export const olderMaleNames = [
  '建国',
  '德明',
  '福生',
  '国华',
  '志强',
  '玉林',
  '文彬',
  '长根',
  '守义',
  '振华',
  '永福',
  '忠',
  '继祖',
  '世昌',
]
export const olderFemaleNames = [
  '秀英',
  '桂兰',
  '玉珍',
  '淑华',
  '凤英',
  '素芬',
  '春梅',
  '惠芳',
  '翠花',
  '月娥',
  '兰',
  '秀芝',
  '玉梅',
  '桂芳',
]
export const youngerMaleNames = [
  '伟',
  '强',
  '磊',
  '军',
  '浩然',
  '子轩',
  '宇航',
  '博文',
  '俊杰',
  '明轩',
  '一鸣',
  '天佑',
  '志远',
  '晨',
]
export const youngerFemaleNames = [
  '静',
  '敏',
  '丽',
  '婷婷',
  '欣怡',
  '雨涵',
  '诗琪',
  '梓萱',
  '思远',
  '佳慧',
  '晓燕',
  '雪',
  '娜',
  '若曦',
]
export const rareGivenNames = ['𠮷祥', '𠅤', '龑', '䶮之', '喆']
export const minorityPeople = [
  { name: '阿依古丽·买买提', sex: '2', ethnicGroup: '05' },
  { name: '艾力·吐尔逊', sex: '1', ethnicGroup: '05' },
  { name: '古丽娜尔·阿不都热合曼', sex: '2', ethnicGroup: '05' },
  { name: '才旦卓玛', sex: '2', ethnicGroup: '04' },
  { name: '巴特尔', sex: '1', ethnicGroup: '02' },
] as const
export const buildingNames = [
  '1号楼',
  '2号楼',
  '3号楼',
  '4号楼',
  '5号楼',
  '6号楼',
  '7号楼',
  '8号楼',
  '9号楼',
  '10号楼',
  '11号楼',
  '12号楼',
  '甲1号楼',
  '甲2号楼',
  'A座',
  'B座',
]
export const flatBuilding = '平房'
export const registeredStreet = '幸福路'
export const sampleNotes = { deaf: '听力不好，敲门要重一些', key: '女儿住隔壁楼，可帮忙开门' } as const
