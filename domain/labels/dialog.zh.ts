/** Words of the system's own dialogs. */
export const dialogTexts = {
  chooseFolder: '选择存放台账的文件夹',
  openLedger: '打开已有台账或备份',
  ledgerFiles: '台账文件',
  chooseRoster: '选择花名册文件',
  rosterFiles: '花名册（Excel、WPS、CSV）',
  savePdf: '把走访名单存为 PDF',
  pdfFiles: 'PDF 文件',
  paperFileNames: { visitList: '走访名单.pdf', recoveryCode: '台账恢复码.pdf' },
  unsaved: {
    title: '还没有保存，要关闭邻里台账吗？',
    text: '关闭后，这一页刚才的改动会丢失。',
    leave: '不保存，关闭',
    stay: '留在这一页',
  },
} as const
