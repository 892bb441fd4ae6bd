/** Words of choosing between two versions of a record. */
export const versionsLabels = {
  title: '这条记录刚才已被别人修改',
  text: '下面是两边不一样的地方，请逐项选好再保存。只有一边改过的，已经替您选好。',
  mine: '我这边',
  theirs: '台账里现在',
  version: (whose: string, text: string) => `${whose}：${text === '' ? '（空）' : text}`,
  mineGone: '您改的是已经被别人删掉或换掉的电话，只能先用台账里的，再补上您的改动。',
  choose: (count: number) => `还有 ${count} 项没有选。`,
  save: '按选好的保存',
  cancel: '先不保存，回去看看',
} as const
