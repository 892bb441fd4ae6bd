import classes from './person-name.module.css'

const afterMiddleDot = /(?<=\u00b7)/

/** A name that breaks after its middle dots where it does not fit, never before one. */
export function PersonName({ name }: { readonly name: string }) {
  return name.split(afterMiddleDot).map((part, index) => (
    <span key={index} className={classes.part}>
      {part}
    </span>
  ))
}
