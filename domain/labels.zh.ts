/** Every Chinese word the user reads comes from here; code tables keep their official names in codes/. */
export * from './labels/app.zh.ts'
export * from './labels/failure.zh.ts'
export * from './labels/field.zh.ts'
export * from './labels/import.zh.ts'
export * from './labels/paper.zh.ts'
export * from './labels/resident.zh.ts'
export * from './labels/setup.zh.ts'
export * from './labels/visit.zh.ts'
