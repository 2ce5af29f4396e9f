import { inOrder, isExpired, type Keeper, type Kept, keepsNothing, newerOf } from './kept'

type Row = Kept & { learner: string }

const NAME = 'answers-kept-here'
const STORE = 'answers'
const KEY = ['learner', 'attemptId', 'questionId']

const resultOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const doneOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })

/** The database, opened once for a page; another page may do away with it at any time. */
function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: KEY })
  }
  return resultOf(request).then((database) => {
    database.onversionchange = () => database.close()
    return database
  })
}

let opened: Promise<IDBDatabase> | null = null

/** Runs `work` in one transaction and waits until it is on the disk. */
async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<Result>,
): Promise<Result> {
  opened ??= open()
  try {
    const transaction = (await opened).transaction(STORE, mode, { durability: 'strict' })
    const done = doneOf(transaction)
    const [result] = await Promise.all([work(transaction.objectStore(STORE)), done])
    return result
  } catch (error) {
    opened = null
    throw error
  }
}

/**
 * Keeps the answers of one learner in this browser's IndexedDB. Others who use the browser have a key
 * of their own, so that nothing of this learner's is ever shown to them or sent in their name.
 *
 * @param learner an opaque key that the server gives with the page
 */
export function keeperInBrowser(learner: string): Keeper {
  if (typeof indexedDB === 'undefined') return keepsNothing
  const at = (kept: Pick<Kept, 'attemptId' | 'questionId'>) => [
    learner,
    kept.attemptId,
    kept.questionId,
  ]
  const find = (store: IDBObjectStore, key: string[]) => resultOf<Row | undefined>(store.get(key))
  return {
    put: (kept) =>
      inStore('readwrite', async (store) => {
        const newer = newerOf(await find(store, at(kept)), kept)
        await resultOf(store.put({ ...newer, learner }))
        return true
      }).catch(() => false),
    drop: (kept) =>
      inStore('readwrite', async (store) => {
        const there = await find(store, at(kept))
        if (there?.stamp === kept.stamp) await resultOf(store.delete(at(kept)))
      }).catch(() => {}),
    list: () =>
      inStore('readwrite', async (store) => {
        // Whoever sits down at this browser clears away what nobody has come back for.
        const rows = await resultOf<Row[]>(store.getAll())
        const now = Date.now()
        for (const row of rows)
          if (isExpired(row, now)) store.delete([row.learner, row.attemptId, row.questionId])
        return inOrder(rows.filter((row) => row.learner === learner && !isExpired(row, now)))
      }).catch(() => []),
  }
}

/** Takes away all that is kept of a learner, as when they sign out. Never throws. */
export const forgetKept = (learner: string): Promise<void> =>
  inStore('readwrite', async (store) => {
    const keys = await resultOf(store.getAllKeys())
    for (const key of keys) if (Array.isArray(key) && key[0] === learner) store.delete(key)
  }).catch(() => {})
