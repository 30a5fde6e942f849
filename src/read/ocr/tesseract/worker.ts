import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Worker as Thread } from 'node:worker_threads'
import tesseract, { type Worker } from 'tesseract.js'
import type { Gray } from '../picture.js'
import { symbolsOf, type TessSymbol } from './hocr.js'

/** The integer network of `4.0.0` reads 3 to 5 of 100 degraded figures more than that of `4.0.0_best_int`, in the same time. */
const DATA = fileURLToPath(new URL('./4.0.0', import.meta.resolve('@tesseract.js-data/chi_sim/package.json')))
const LSTM = 1
const PARAMETERS = {
  // One raw line: guesses about baselines go wrong where there are digits alone.
  tessedit_pageseg_mode: '13',
  user_defined_dpi: '300',
  // Sheets are dark on white: no second try with white on dark.
  tessedit_do_invert: '0',
  lstm_choice_mode: '2',
  lstm_choice_iterations: '3',
  hocr_char_boxes: '1',
}

/** Tesseract in a thread of its own, one line at a time. The thread keeps no process alive. */
export class TesseractWorker {
  private whitelist = ''
  private last: Promise<unknown> = Promise.resolve()
  private fail: (error: Error) => void = () => {}

  private constructor(
    private readonly worker: Worker,
    private readonly thread: Thread,
  ) {
    thread.on('error', (error) => this.fail(error))
    thread.unref()
  }

  static async start(): Promise<TesseractWorker> {
    // What is not here would be looked for on the network.
    if (!existsSync(join(DATA, 'chi_sim.traineddata.gz'))) throw new Error(`no data of Tesseract in ${DATA}`)
    // A worker that fails to start never says so but to its errorHandler.
    const worker = await new Promise<Worker>((done, fail) => {
      tesseract
        .createWorker('chi_sim', LSTM, {
          langPath: DATA,
          cacheMethod: 'none',
          gzip: true,
          errorHandler: (error) => fail(new Error(String(error))),
        })
        .then(done, fail)
    })
    await worker.setParameters(PARAMETERS as Partial<Tesseract.WorkerParams>)
    return new TesseractWorker(worker, (worker as unknown as { worker: Thread }).worker)
  }

  /** Symbols of a picture of one line; `whitelist`: nothing but these, all when empty. */
  read(picture: Gray, whitelist = ''): Promise<TessSymbol[]> {
    const turn = this.last.then(() => this.alone(() => this.recognize(picture, whitelist)))
    this.last = turn.catch(() => {})
    return turn
  }

  async close(): Promise<void> {
    await this.worker.terminate()
  }

  private async recognize(picture: Gray, whitelist: string): Promise<TessSymbol[]> {
    if (whitelist !== this.whitelist) {
      await this.worker.setParameters({ tessedit_char_whitelist: whitelist })
      this.whitelist = whitelist
    }
    const { data } = await this.worker.recognize(pgm(picture), {}, { hocr: true, text: false })
    return symbolsOf(data.hocr ?? '')
  }

  /** While something is read the process must wait for it; a thread that dies answers nothing. */
  private async alone<T>(read: () => Promise<T>): Promise<T> {
    this.thread.ref()
    try {
      return await new Promise<T>((done, fail) => {
        this.fail = fail
        read().then(done, fail)
      })
    } finally {
      this.thread.unref()
    }
  }
}

/** The plainest picture format there is: a line of text before the pixels. */
const pgm = ({ width, height, data }: Gray): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data])
