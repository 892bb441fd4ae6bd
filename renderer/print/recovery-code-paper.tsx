import { chineseDate, paperLabels } from '../../domain/labels/paper.zh.ts'
import type { RecoveryCodePaper as PaperContent } from '../../domain/paper.ts'
import { recoveryCodeGroups } from '../../domain/recovery-code.ts'
import { ask } from '../ledger/ledger-client.ts'
import { QrCode } from './qr-code.tsx'
import { useDrawnPaper } from './use-drawn-paper.ts'
import './recovery-code-paper.css'

const words = paperLabels.recoveryCode
const keepers = ['safe', 'envelope'] as const

/** One sheet with two slips to cut apart: one for the director's safe, one for the street office's envelope. */
export function RecoveryCodePaper() {
  const paper = useDrawnPaper(
    () => ask('paper.recoveryCode', {}),
    () => ({ pageCount: 1, missingGlyphNames: [] }),
  )
  if (paper === null) return null
  return (
    <section className="paper-sheet paper-text recovery-sheet" lang="zh-CN">
      {keepers.map((keeper) => (
        <RecoverySlip key={keeper} paper={paper} keeper={keeper} />
      ))}
    </section>
  )
}

interface RecoverySlipProps {
  readonly paper: PaperContent
  readonly keeper: (typeof keepers)[number]
}

function RecoverySlip({ paper, keeper }: RecoverySlipProps) {
  return (
    <article className="recovery-slip">
      <h2>{words.title}</h2>
      <p className="recovery-office">{paper.committeeName}</p>
      <p className="recovery-keeper">{words.keepers[keeper]}</p>
      <div className="recovery-code">
        {recoveryCodeGroups(paper.code).map((group, index) => (
          <span key={`${String(index)}-${group}`}>
            <small>{index + 1}</small>
            {group}
          </span>
        ))}
      </div>
      <div className="recovery-how">
        <QrCode text={paper.code} sizeMm={36} name={words.qrName} />
        <ol>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <p className="recovery-warning">{words.warning}</p>
      <dl className="recovery-signatures">
        {words.signatures.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd />
          </div>
        ))}
      </dl>
      <p className="recovery-made">{words.madeOn(chineseDate(paper.printedOn))}</p>
    </article>
  )
}
