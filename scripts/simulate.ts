// Simulates learners over ninety days and prints what review asks of them and what it gives; with
// `--write` the page in docs is written as well.
import { writeFileSync } from 'node:fs'
import { simulationPage } from './simulation/page'

const page = simulationPage()
console.log(page)
if (process.argv.includes('--write')) writeFileSync('docs/review-simulation.md', page)
