import type { Duty, HeldDuty, StaffAccount } from '../staff-account.ts'
import type { StaffRole, WorkField } from '../staff.ts'

/** What the roles are called wherever a member of staff is shown. */
export const roleLabels = {
  director: '主任',
  worker: '社工',
  viewer: '只查看',
} as const satisfies Record<StaffRole, string>

/** What each role may do, for whoever gives it. */
export const roleExplanations = {
  director: '什么都可以做，还管理账号、备份和设置。',
  worker: '登记和修改居民、走访，导入花名册，打印。',
  viewer: '只能看，不能修改，也不能打印。',
} as const satisfies Record<StaffRole, string>

export const workFieldLabels = {
  civilAffairs: '民政',
  disability: '残联',
  familyPlanning: '计生',
  publicSecurity: '综治',
} as const satisfies Record<WorkField, string>

/** Fields of work in one line. */
export function workFieldNames(workFields: readonly WorkField[]): string {
  return workFields.length === 0 ? '没有' : workFields.map((field) => workFieldLabels[field]).join('、')
}

/** How somebody is told apart in a choice of people. */
export function nameAndRole({ name, role }: Pick<StaffAccount, 'name' | 'role'>): string {
  return `${name}（${roleLabels[role]}）`
}

const dutyNames = {
  workField: (count: number, { workFields }: StaffAccount) =>
    `分管的 ${String(count)} 个条线：${workFieldNames(workFields)}`,
  careEvent: (count: number) =>
    `负责走访的 ${String(count)} 件家庭大事（保密的大病和住院不移交，由主任重新指定）`,
  helpCase: (count: number) => `经办的 ${String(count)} 件未办结求助事项`,
} as const satisfies Record<Duty, (count: number, account: StaffAccount) => string>

/** What somebody answers for, in one line. */
export function dutyName({ duty, count }: HeldDuty, account: StaffAccount): string {
  return dutyNames[duty](count, account)
}

/** Words of the pages of accounts. */
export const staffLabels = {
  accounts: {
    title: '工作人员账号',
    help: '每个人用自己的姓名和密码登录。谁做了什么，操作记录里都有。',
    toPage: '管理工作人员账号',
    back: '回到设置',
    add: '新增工作人员',
    tableName: '工作人员名单',
    columns: {
      name: '姓名',
      role: '角色',
      workFields: '分管条线',
      lastSignedIn: '上次登录',
      actions: '操作',
    },
    you: '（您自己）',
    never: '还没有登录过',
    now: '正在使用',
    sealed: '保密人员',
    closed: '已停用的账号',
    closedAt: (moment: string) => `${moment}停用`,
    change: '修改',
    changeOf: (name: string) => `修改${name}的账号`,
    reset: '重设密码',
    resetOf: (name: string) => `给${name}重设密码`,
    close: '停用',
    closeOf: (name: string) => `停用${name}的账号`,
    loading: '正在读取……',
    changed: (name: string) => `${name}的账号已修改。`,
    closedNow: (name: string) => `${name}的账号已停用，以前的记录都保留着。`,
  },
  form: {
    addTitle: '新增工作人员',
    changeTitle: (name: string) => `修改${name}的账号`,
    name: '姓名',
    role: '角色',
    workFields: '分管条线',
    workFieldsHelp: '可以选几个，也可以不选。',
    sealed: '可以查看没有指定负责人的保密事项（安置帮教、精神障碍等）',
    passwordHelp: '第一个密码由您来定，本人登录后可以在“我的账号”里换掉。',
    add: '新增',
    save: '保存',
    cancel: '取消',
  },
  reset: {
    title: (name: string) => `给${name}重设密码`,
    text: '原来的密码从现在起不能用了。',
    confirm: '重设密码',
  },
  secret: {
    title: (name: string) => `${name}的密码`,
    text: '请抄在纸上交给本人，请本人登录后换掉。关上这个窗口就不再显示。',
    done: '已经抄好',
  },
  close: {
    title: (name: string) => `停用${name}的账号？`,
    text: '停用后，这个人的密码打不开台账；以前做过的记录都保留，没填完的表单不再保留。',
    duties: '要移交的工作：',
    noDuties: '没有需要移交的工作。走访登记里写着的走访人是过去的记录，不会改动。',
    successor: '由谁接手',
    successorPlaceholder: '请选择',
    noSuccessor: '还没有别的主任或社工可以接手。请先新增一位，或先修改他人的角色。',
    confirm: '停用账号',
    confirmHandOver: '移交并停用',
    cancel: '先不停用',
  },
  own: {
    title: '我的账号',
    toPage: '我的账号：改密码、设 PIN 码',
    passwordTitle: '改我的密码',
    oldPassword: '现在的密码',
    newPassword: '新密码',
    changePassword: '改密码',
    passwordChanged: '密码已改，下次登录用新密码。',
    pinTitle: 'PIN 码',
    pinHelp: 'PIN 码是 6 位数字，只用来解开锁上的屏幕，比输密码快。连错 5 次，就要输密码。',
    hasPin: '现在有 PIN 码。',
    hasNoPin: '现在没有 PIN 码。',
    pin: '新的 PIN 码（6 位数字）',
    pinRepeat: '再输一次 PIN 码',
    pinFormat: 'PIN 码要 6 位数字。',
    pinDiffers: '两次输入的 PIN 码不一样。',
    setPin: '保存 PIN 码',
    removePin: '不用 PIN 码',
    pinSaved: 'PIN 码已保存，锁屏后可以用它解锁。',
    pinRemoved: '已经不用 PIN 码，解锁要输密码。',
  },
} as const
