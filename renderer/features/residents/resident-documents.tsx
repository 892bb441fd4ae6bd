import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { idDocumentTypeLabels } from '../../../domain/labels/field.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentChange } from '../../../domain/resident-view.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { FieldRows } from '../../ui/form/field-rows.tsx'
import { labelProps } from '../../ui/form/field-props.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { blankDocument, type DocumentValues } from './resident-form-rows.ts'
import type { ResidentFormValues } from './resident-form-schema.ts'
import classes from './resident-page.module.css'

const words = residentLabels.page
const documentTypes = codeOptions(idDocumentTypeLabels).filter(([code]) => code !== 'none')
const mostDocuments = 10

interface ResidentDocumentsProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>
}

/** Documents besides the one the person is known by, and numbers that person had before. */
export function ResidentDocuments({ form }: ResidentDocumentsProps) {
  const documents = useFieldArray({ control: form.control, name: 'otherDocuments' })
  return (
    <FieldRows
      title={words.documents}
      emptySentence={words.noDocuments}
      isEmpty={documents.fields.length === 0}
    >
      {documents.fields.map((document, index) => (
        <DocumentRow
          key={document.id}
          form={form}
          index={index}
          document={document}
          onRemove={() => documents.remove(index)}
        />
      ))}
      {documents.fields.length < mostDocuments && (
        <Button
          variant="default"
          leftSection={<IconPlus aria-hidden="true" />}
          onClick={() => documents.append(blankDocument)}
        >
          {words.addDocument}
        </Button>
      )}
    </FieldRows>
  )
}

interface DocumentRowProps extends ResidentDocumentsProps {
  readonly index: number
  readonly document: DocumentValues
  readonly onRemove: () => void
}

function DocumentRow({ form, index, document, onRemove }: DocumentRowProps) {
  const { control } = form
  const order = index + 1
  return (
    <Group gap="md" align="flex-start" className={classes.line}>
      <div className={classes.grow}>
        <SelectField
          control={control}
          name={`otherDocuments.${index}.documentType`}
          label={words.documentType}
          ariaLabel={words.documentTypeOf(order)}
          options={documentTypes}
        />
      </div>
      <div className={classes.grow}>
        {document.handle === '' ? (
          <TextField
            control={control}
            name={`otherDocuments.${index}.number`}
            label={words.documentNumber}
            ariaLabel={words.documentNumberOf(order)}
            maxLength={40}
          />
        ) : (
          <TextInput
            {...labelProps(words.documentNumber, words.documentNumberOf(order))}
            readOnly
            value={document.numberMasked}
          />
        )}
      </div>
      <div className={classes.grow}>
        <TextField
          control={control}
          name={`otherDocuments.${index}.note`}
          label={words.documentNote}
          ariaLabel={words.documentNoteOf(order)}
          maxLength={60}
        />
      </div>
      <Checkbox
        className={classes.besideField}
        size="md"
        label={words.formerDocument}
        aria-label={words.formerDocumentOf(order)}
        {...form.register(`otherDocuments.${index}.isFormer`)}
      />
      <Button
        className={classes.besideField}
        variant="default"
        aria-label={words.removeDocumentOf(order)}
        onClick={onRemove}
      >
        {words.remove}
      </Button>
    </Group>
  )
}
