import { Checkbox, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { AuditFilter } from '../../../domain/audit-view.ts'
import { auditActionLabels, auditLabels, auditObjectLabels } from '../../../domain/labels/audit.zh.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import classes from './audit-page.module.css'
import { changeAuditFilter } from './audit-store.ts'
import { DayFilter } from './day-filter.tsx'

const words = auditLabels.filters

/** Who, what kind, about what and when. */
export function AuditFilters({ filter }: { readonly filter: AuditFilter }) {
  const staff = useQuery(ledgerQuery('staff.list', {}))
  return (
    <>
      <NativeSelect
        className={classes.filter}
        label={words.staff}
        value={filter.staffId ?? ''}
        onChange={({ currentTarget: { value } }) =>
          changeAuditFilter({ staffId: value === '' ? null : Number(value) })
        }
      >
        <option value="">{words.everybody}</option>
        {staff.data?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        className={classes.filter}
        label={words.action}
        value={filter.action ?? ''}
        onChange={({ currentTarget: { value } }) =>
          changeAuditFilter({ action: keyOf(auditActionLabels, value) })
        }
      >
        <option value="">{words.everyAction}</option>
        {options(auditActionLabels)}
      </NativeSelect>
      <NativeSelect
        className={classes.filter}
        label={words.object}
        value={filter.objectType ?? ''}
        onChange={({ currentTarget: { value } }) =>
          changeAuditFilter({ objectType: keyOf(auditObjectLabels, value) })
        }
      >
        <option value="">{words.everyObject}</option>
        {options(auditObjectLabels)}
      </NativeSelect>
      <DayFilter label={words.from} day={filter.fromOn} onDay={(fromOn) => changeAuditFilter({ fromOn })} />
      <DayFilter label={words.to} day={filter.toOn} onDay={(toOn) => changeAuditFilter({ toOn })} />
      <Checkbox
        className={classes.besideField}
        size="md"
        label={words.troubleOnly}
        checked={filter.isTroubleOnly}
        onChange={({ currentTarget: { checked } }) => changeAuditFilter({ isTroubleOnly: checked })}
      />
    </>
  )
}

function options(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([code, label]) => (
    <option key={code} value={code}>
      {label}
    </option>
  ))
}

function keyOf<Labels extends Readonly<Record<string, string>>>(labels: Labels, value: string) {
  // Every option's value is a key of the labels; the empty one is none.
  return value in labels ? (value as keyof Labels) : null
}
