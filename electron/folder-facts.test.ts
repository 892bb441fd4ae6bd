import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { judgeFolder } from '../domain/ledger-folder.ts'
import { gatherFolderFacts } from './folder-facts.ts'
import { linuxDrive } from './linux-drive.ts'
import { windowsDrive } from './windows-drive.ts'

let home: string
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'facts 李 四😀-')))
})
afterEach(() => rmSync(home, { recursive: true }))

const verdictOn = async (folder: string, environment: NodeJS.ProcessEnv = {}) =>
  judgeFolder(
    await gatherFolderFacts({
      folder,
      ledgerName: 'linli-ledger.db',
      personalFolders: [join(home, '桌面')],
      environment,
    }),
  )

describe('a folder of this machine', () => {
  test('is fit, whether it is there or not', async () => {
    mkdirSync(join(home, '台账'))
    expect(await verdictOn(join(home, '台账'))).toEqual({ refusal: null, warning: null })
    expect(await verdictOn(join(home, 'not', 'there'))).toEqual({ refusal: null, warning: null })
  })

  test('is refused where the environment says that it is kept in step with a cloud', async () => {
    const environment = { OneDriveCommercial: join(home, '单位云盘') }
    expect((await verdictOn(join(home, '单位云盘', '台账'), environment)).refusal).toBe('folderInSyncRoot')
    expect((await verdictOn(join(home, '单位云盘', '台账'))).refusal).toBeNull()
  })

  test('is judged by where a link leads, made or not', async () => {
    mkdirSync(join(home, '我的坚果云'))
    symlinkSync(join(home, '我的坚果云'), join(home, '台账'))
    expect((await verdictOn(join(home, '台账'))).refusal).toBe('folderInSyncRoot')
    expect((await verdictOn(join(home, '台账', 'new'))).refusal).toBe('folderInSyncRoot')
  })

  test('is warned of on the desktop', async () => {
    expect((await verdictOn(join(home, '桌面', '台账'))).warning).toBe('folderIsPersonal')
  })
})

describe('drives on Linux', () => {
  /** A kernel's lists of disks and mounts, in the shape of the real ones. */
  function aSystem(mountLines: readonly string[]) {
    const disks = {
      'pci0000:00/0000:00:17.0/ata1/host0/block/sda': { removable: '0', partitions: ['sda1', 'sda2'] },
      'pci0000:00/0000:00:14.0/usb2/2-1/host4/block/sdb': { removable: '1', partitions: ['sdb1'] },
      'pci0000:00/0000:00:14.0/usb2/2-2/host5/block/sdc': { removable: '0', partitions: ['sdc1'] },
      'platform/floppy.0/block/fd0': { removable: '1', partitions: [] },
      'virtual/block/dm-0': { removable: '0', partitions: [] },
      'virtual/block/dm-1': { removable: '0', partitions: [] },
    }
    const sys = join(home, 'sys')
    const classFolder = join(sys, 'class', 'block')
    mkdirSync(classFolder, { recursive: true })
    for (const [place, { removable, partitions }] of Object.entries(disks)) {
      const disk = join(sys, 'devices', place)
      mkdirSync(disk, { recursive: true })
      writeFileSync(join(disk, 'removable'), `${removable}\n`)
      symlinkSync(disk, join(classFolder, place.split('/').at(-1) ?? ''))
      for (const partition of partitions) {
        mkdirSync(join(disk, partition))
        symlinkSync(join(disk, partition), join(classFolder, partition))
      }
    }
    for (const [volume, below] of [
      ['dm-0', 'sda2'],
      ['dm-1', 'sdb1'],
    ] as const) {
      const slaves = join(sys, 'devices/virtual/block', volume, 'slaves')
      mkdirSync(slaves)
      symlinkSync(join(classFolder, below), join(slaves, below))
    }
    const mounts = join(home, 'mounts')
    writeFileSync(mounts, mountLines.map((line) => `${line} rw,relatime 0 0\n`).join(''))
    return { sys, mounts }
  }

  test.each([
    ['/home/张三/台账', 'fixed'],
    ['/media/张三/我的 U盘/台账', 'removable'],
    ['/media/usb-disk/台账', 'removable'],
    ['/media/floppy', 'removable'],
    ['/media/card', 'removable'],
    ['/data/台账', 'fixed'],
    ['/secret/台账', 'removable'],
    ['/srv/nfs/台账', 'network'],
    ['/srv/smb', 'network'],
    ['/run/user/1000/gvfs/smb-share', 'network'],
    ['/srv/nfs2', 'fixed'],
    ['/covered/台账', 'network'],
    ['/dev/shm/台账', 'unknown'],
  ] as const)('%s is %s', async (path, drive) => {
    const system = aSystem([
      '/dev/sda1 / ext4',
      String.raw`/dev/sdb1 /media/张三/我的\040U盘 ext4`,
      '/dev/sdc1 /media/usb-disk ext4',
      '/dev/fd0 /media/floppy ext2',
      '/dev/sda1 /media/card exfat',
      '/dev/dm-0 /data ext4',
      '/dev/dm-1 /secret ext4',
      'server:/export /srv/nfs nfs4',
      '//server/share /srv/smb cifs',
      'gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse',
      '/dev/sda1 /covered ext4',
      'server:/other /covered nfs',
      'tmpfs /dev/shm tmpfs',
    ])
    expect(await linuxDrive(path, system)).toBe(drive)
  })
})

describe('drives on Windows, by what Node can see of them', () => {
  test('a mapped drive is known by the address it leads to', async () => {
    expect(await windowsDrive('Z:\\台账', '\\\\server\\share\\台账', 'C:')).toBe('network')
  })

  test('the system drive is fixed', async () => {
    expect(await windowsDrive('c:\\台账', 'C:\\台账', 'c:')).toBe('fixed')
  })

  test('another drive that keeps no recycle bin may be a stick, and no probe stays on it', async () => {
    expect(await windowsDrive(home, 'E:\\台账', 'C:')).toBe('maybeRemovable')
    expect(readdirSync(home)).toEqual([])
  })
})
