import { Button, Group, Stack, Text } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { PasswordField } from '../../ui/form/password-field.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { useEntering } from '../../ledger/use-entering.ts'

const schema = z.strictObject({ pin: z.string().min(1) })
type Values = z.infer<typeof schema>

interface PinFormProps {
  readonly name: string
  readonly onOtherWay: () => void
}

/** Six digits open a desk that was only covered; after five wrong ones it takes the password. */
export function PinForm({ name, onOtherWay }: PinFormProps) {
  const form = useForm<Values, unknown, Values>({
    mode: 'onSubmit',
    defaultValues: { pin: '' },
    resolver: schemaResolver<Values, Values>(schema, { labels: { pin: signInLabels.pin } }),
  })
  const unlock = useEntering(
    ({ pin }: Values) => ask('staff.unlockWithPin', { pin }),
    (error) => {
      const failure = failureOf(error)
      if (failure.code === 'notSignedIn') onOtherWay()
      else markFailure(form, failure)
      if (failure.code === 'pinWrong' && failure.detail !== undefined) {
        form.setError('pin', { message: signInLabels.pinLeft(failure.detail) })
        // Typing goes on in its place.
        form.setFocus('pin', { shouldSelect: true })
      }
    },
  )
  return (
    <FormFrame
      label={signInLabels.titleLocked}
      onSubmit={() => void form.handleSubmit((values) => unlock.mutate(values))()}
    >
      <Stack gap="lg">
        <FormFailure form={form} />
        <Text>{signInLabels.lockedPinText(name)}</Text>
        <PasswordField control={form.control} name="pin" label={signInLabels.pin} isFirst isRequired />
        <Group gap="md">
          <Button type="submit" size="lg" loading={unlock.isPending}>
            {signInLabels.unlock}
          </Button>
          <Button size="lg" variant="subtle" onClick={onOtherWay}>
            {signInLabels.usePassword}
          </Button>
        </Group>
      </Stack>
    </FormFrame>
  )
}
