/*
 * Names of folders that sync programs keep in step, and names that only look like them, written down a second time on
 * purpose and apart from the product's own list. Chinese is spelt by its numbers, as everywhere outside the labels.
 */

/** Source: what the Windows versions of the five programs call their folders, in the cases people type. */
export const syncedNames: readonly string[] = [
  'OneDrive',
  'onedrive',
  'ONEDRIVE',
  'OneDrive - \u5e78\u798f\u91cc\u793e\u533a',
  'OneDrive - Personal',
  'SkyDrive',
  'Nutstore',
  'Nutstore Files',
  '\u575a\u679c\u4e91',
  '\u6211\u7684\u575a\u679c\u4e91',
  'BaiduNetdisk',
  'BaiduSyncdisk',
  'BaiduNetdiskDownload',
  'BaiduNetdiskWorkspace',
  '\u767e\u5ea6\u7f51\u76d8',
  '\u767e\u5ea6\u7f51\u76d8\u540c\u6b65\u7a7a\u95f4',
  '\u767e\u5ea6\u4e91\u540c\u6b65\u76d8',
  'WPSDrive',
  'WPS Drive',
  'WPS Cloud Files',
  'WPS\u4e91\u76d8',
  'WPS \u4e91\u76d8',
  'WPS\u7f51\u76d8',
  'WPS\u4e91\u6587\u6863',
  'iCloudDrive',
  'iCloud Drive',
  'iCloud\u4e91\u76d8',
  'iCloud \u4e91\u76d8',
  'com~apple~CloudDocs',
]

export const plainNames: readonly string[] = [
  'OneDriveless',
  '\u53f0\u8d26',
  '\u575a\u679c',
  '\u7f51\u76d8\u4ee5\u5916',
  'WPS',
  'iCloud \u8bf4\u660e',
  '\u767e\u5ea6',
  'Nut',
  'one drive',
  '\u4e91\u76d8\u53f0\u8d26',
]

interface WindowsPlace {
  /** As chosen, and where it really lies. */
  readonly paths: readonly string[]
  readonly drive?: 'fixed' | 'removable' | 'network'
  readonly syncRoots?: readonly string[]
  /** The code of the refusal, or null. */
  readonly expected: string | null
}

/** Places that only Windows has, which the rule is asked about by what it is told there. */
export const windowsPlaces: readonly WindowsPlace[] = [
  { paths: ['\\\\server\\share\\x'], expected: 'folderOnNetwork' },
  { paths: ['//server/share/x'], expected: 'folderOnNetwork' },
  { paths: ['\\\\?\\UNC\\server\\share\\x'], expected: 'folderOnNetwork' },
  { paths: ['Z:\\x', '\\\\192.168.1.9\\share\\x'], expected: 'folderOnNetwork' },
  { paths: ['Z:\\x'], drive: 'network', expected: 'folderOnNetwork' },
  { paths: ['E:\\x'], drive: 'removable', expected: 'folderOnRemovableDrive' },
  { paths: ['C:\\Users\\a\\OneDrive\\x'], expected: 'folderInSyncRoot' },
  { paths: ['c:/users/a/onedrive/x'], expected: 'folderInSyncRoot' },
  { paths: ['\\\\?\\C:\\Users\\a\\OneDrive - b'], expected: 'folderInSyncRoot' },
  {
    paths: ['D:\\x', 'C:\\Users\\a\\Nutstore\\1\\\u6211\u7684\u575a\u679c\u4e91\\x'],
    expected: 'folderInSyncRoot',
  },
  { paths: ['d:\\WORK\\x'], syncRoots: ['D:\\Work\\'], expected: 'folderInSyncRoot' },
  { paths: ['D:\\Work2\\x'], syncRoots: ['D:\\Work'], expected: null },
  { paths: ['D:\\x.'], expected: 'folderNameUnusable' },
  { paths: ['D:\\a \\b'], expected: 'folderNameUnusable' },
  { paths: ['D:\\\u53f0\u8d26'], expected: null },
  { paths: ['C:\\ProgramData\\LinliLedger\\ledger'], expected: null },
]
