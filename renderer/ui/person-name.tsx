import { namePieces } from './name-pieces.ts'
import classes from './person-name.module.css'

/** A name that never breaks before a middle dot. */
export function PersonName({ name }: { readonly name: string }) {
  return namePieces(name).map((piece, index) => (
    <span key={index} className={index % 2 === 1 ? classes.whole : undefined}>
      {piece}
    </span>
  ))
}
