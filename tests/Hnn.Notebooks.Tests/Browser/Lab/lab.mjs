// What tests ask of JupyterLab: to show the outputs of a notebook, and to run a cell. Notebook and kernel come from the server that handed out this page.
import '@jupyterlab/outputarea/style/index.js'
import '@jupyterlab/rendermime/style/index.js'
import '@jupyterlab/theme-light-extension/style/variables.css'
import { OutputArea, OutputAreaModel } from '@jupyterlab/outputarea'
import { RenderMimeRegistry, standardRendererFactories } from '@jupyterlab/rendermime'
import { ContentsManager, KernelManager, ServerConnection } from '@jupyterlab/services'
import { Widget } from '@lumino/widgets'

const rendermime = new RenderMimeRegistry({ initialFactories: standardRendererFactories })
const serverSettings = ServerConnection.makeSettings({ token: new URLSearchParams(location.search).get('token') })

const area = (id, model) => {
  const area = new OutputArea({ model: new OutputAreaModel(model), rendermime })
  area.id = id
  Widget.attach(area, document.body)
  return area
}

const show = async (notebook, trusted) => {
  const { content } = await new ContentsManager({ serverSettings }).get(notebook)
  for (const cell of content.cells.filter(each => each.outputs?.length))
    area(cell.id, { values: cell.outputs, trusted })
}

const startKernel = name => new KernelManager({ serverSettings }).startNew({ name })

// What a user has run is trusted.
const run = async (kernel, id, code) => {
  const output = area(id, { trusted: true })
  output.future = kernel.requestExecute({ code })
  await output.future.done
}

window.lab = { show, startKernel, run }
