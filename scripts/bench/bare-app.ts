import { createPackage } from '@electron/asar'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { constants } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { packagedApp } from '../package/packaged-app.mjs'
import { inProject } from '../setup/project.mjs'

/** Packages the bare window as the product is: the same runtime and fuses, another archive. Answers where it lies. */
export async function makeBareApp(): Promise<{ readonly executable: string; readonly dir: string }> {
  const product = packagedApp('test')
  const dir = inProject('out', 'bench', 'bare-app')
  const inBare = (path: string) => join(dir, relative(product.dir, path))
  await rm(dir, { recursive: true, force: true })
  await cp(product.dir, dir, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  const archive = join(inBare(product.resources), 'app.asar')
  await rm(`${archive}.unpacked`, { recursive: true, force: true })
  await rm(archive)
  await createPackage(join(import.meta.dirname, 'bare-window'), archive)
  // The executable of some systems knows the sum of the product's archive, and the bare page is a plain file in it.
  await flipFuses(inBare(product.executable), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
  })
  return { executable: inBare(product.executable), dir }
}
