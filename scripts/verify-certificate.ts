// Checks a certificate against saved public keys, without a network:
// npm run certificate:verify -- FILE --keys KEYS
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { verifyCertificate } from './certificate/verify'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { keys: { type: 'string' } },
})
const [file] = positionals
if (!file || !values.keys) {
  console.error('Name the file of the certificate and, with --keys, that of the public keys.')
  process.exit(2)
}
const told = await verifyCertificate(
  readFileSync(file, 'utf8').trim(),
  readFileSync(values.keys, 'utf8'),
)
console.log(told.sentence)
process.exit(told.isValid ? 0 : 1)
