import { Stack } from '@mantine/core'
import { Link } from 'wouter'
import { officeLabels as words, registerLabels } from '../../../domain/labels/office.zh.ts'
import { registerNames } from '../../../domain/register.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RegisterList } from '../../ui/register/register-list.tsx'
import { OfficeProfileCard } from './office-profile-card.tsx'
import { OfficeSummaryCard } from './office-summary-card.tsx'
import classes from './office-page.module.css'

interface OfficePageProps {
  /** Null for the overview. */
  readonly section: string | null
}

/** The office itself: what it is, its sums, and its registers one by one. */
export function OfficePage({ section }: OfficePageProps) {
  const register = registerNames.find((name) => name === section) ?? null
  return (
    <div className={classes.page}>
      <PageHeader title={register === null ? words.title : registerLabels[register].title} />
      <nav aria-label={words.sectionsName} className={classes.sections}>
        <SectionLink href="/office" label={words.overview} isCurrent={register === null} />
        {registerNames.map((name) => (
          <SectionLink
            key={name}
            href={`/office/${name}`}
            label={registerLabels[name].title}
            isCurrent={register === name}
          />
        ))}
      </nav>
      {register === null ? <Overview /> : <RegisterList key={register} register={register} />}
    </div>
  )
}

function Overview() {
  return (
    <Stack gap="md" className={classes.overview}>
      <OfficeSummaryCard />
      <OfficeProfileCard />
    </Stack>
  )
}

interface SectionLinkProps {
  readonly href: string
  readonly label: string
  readonly isCurrent: boolean
}

function SectionLink({ href, label, isCurrent }: SectionLinkProps) {
  return (
    <Link href={href} className={classes.section} aria-current={isCurrent ? 'page' : undefined}>
      {label}
    </Link>
  )
}
