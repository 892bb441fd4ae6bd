import { chineseDate } from './paper.zh.ts'

/** Words of moving the ledger to another PC. */
export const retireLabels = {
  title: '换电脑',
  help: '一个居委会只用一本台账，放在一台电脑上。换电脑时请按顺序做：',
  steps: [
    '在这里：插上 U 盘，点左边的“备份”，再点“选择 U 盘，开始备份”。',
    '在新电脑上：装好邻里台账，打开后选“用备份恢复”，选 U 盘里的备份，用您的密码或恢复码打开，核对人数。',
    '回到这里：点下面的按钮停用这台电脑上的台账，免得两边各记各的。',
  ],
  toBackups: '去做 U 盘备份',
  retire: '停用这台电脑上的台账……',
  question: {
    title: '停用这台电脑上的台账？',
    text: '请先确认新电脑上已经能打开台账、人数对得上。停用后，这台电脑打开软件时不再进入台账；文件还留在原处，万一新电脑出了问题，可以重新启用。',
    goOn: '停用',
    stop: '先不停用',
  },
  page: {
    title: '这台电脑上的台账已停用',
    text: (retiredOn: string) => `${chineseDate(retiredOn)}，台账已搬到另一台电脑。请到那台电脑上使用。`,
    warning:
      '如果两台电脑都在用，两边的内容会各不相同，以后合不到一起。只有新电脑坏了、用不了时，才重新启用这里的台账。',
    folder: '停用的台账在这个文件夹里',
    reactivate: '重新启用这台电脑上的台账……',
    startOver: '在这台电脑上建立新的台账……',
    reactivateTitle: '重新启用这台电脑上的台账？',
    reactivateText:
      '停用以后在另一台电脑上记的内容，这里没有。能拿到那台电脑的备份时，重新启用后请到“备份”里点“选择备份文件”，用那份备份恢复。',
    reactivateConfirm: '重新启用',
    startOverTitle: '建立新的台账？',
    startOverText:
      '新台账是空的，和停用的那一本没有关系。停用的台账文件留在原处，不会被删除，所以请先点“更改”，换一个文件夹存放新台账。',
    startOverConfirm: '去建立',
    cancel: '先不做',
  },
} as const
