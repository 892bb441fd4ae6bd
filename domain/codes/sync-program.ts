interface SyncProgram {
  /** Environment variables in which the program names the folder it keeps in step. */
  readonly variables: readonly string[]
  /** What it calls that folder unless somebody renames it. */
  readonly folderNames: readonly string[]
  /** The same where an account's name follows. */
  readonly folderNameStarts: readonly string[]
}

/**
 * Programs that copy a folder to the network while it is in use; a database in it comes apart and its people leave the PC.
 * Source: the default folder names of their Windows versions.
 */
export const syncPrograms = {
  oneDrive: {
    variables: ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'],
    folderNames: ['OneDrive', 'SkyDrive'],
    folderNameStarts: ['OneDrive - '],
  },
  nutstore: {
    variables: [],
    folderNames: ['Nutstore', 'Nutstore Files', '坚果云', '我的坚果云'],
    folderNameStarts: [],
  },
  baiduNetdisk: {
    variables: [],
    folderNames: [
      'BaiduSyncdisk',
      'BaiduNetdisk',
      'BaiduNetdiskWorkspace',
      'BaiduNetdiskDownload',
      '百度网盘',
      '百度网盘同步空间',
      '百度云同步盘',
    ],
    folderNameStarts: [],
  },
  wpsDrive: {
    variables: [],
    folderNames: ['WPSDrive', 'WPS Drive', 'WPS Cloud Files', 'WPS云盘', 'WPS 云盘', 'WPS网盘', 'WPS云文档'],
    folderNameStarts: [],
  },
  iCloud: {
    variables: [],
    folderNames: ['iCloudDrive', 'iCloud Drive', 'iCloud云盘', 'iCloud 云盘', 'com~apple~CloudDocs'],
    folderNameStarts: [],
  },
} as const satisfies Record<string, SyncProgram>
