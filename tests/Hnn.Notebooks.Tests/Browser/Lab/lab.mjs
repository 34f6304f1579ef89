// What tests ask of JupyterLab: to show outputs of a notebook file, and to run a cell with a kernel of the server that handed out this page.
import '@jupyterlab/outputarea/style/index.js'
import '@jupyterlab/rendermime/style/index.js'
import '@jupyterlab/theme-light-extension/style/variables.css'
import { OutputArea, OutputAreaModel } from '@jupyterlab/outputarea'
import { RenderMimeRegistry, standardRendererFactories } from '@jupyterlab/rendermime'
import { KernelManager, ServerConnection } from '@jupyterlab/services'
import { Widget } from '@lumino/widgets'

const rendermime = new RenderMimeRegistry({ initialFactories: standardRendererFactories })

const area = (model, id) => {
  const area = new OutputArea({ model, rendermime })
  area.id = id
  Widget.attach(area, document.body)
  return area
}

const show = async (file, trusted) => {
  const { cells } = await (await fetch(file)).json()
  for (const cell of cells.filter(each => each.outputs?.length))
    area(new OutputAreaModel({ values: cell.outputs, trusted }), cell.id)
}

const startKernel = async name => {
  const token = new URLSearchParams(location.search).get('token')
  const manager = new KernelManager({ serverSettings: ServerConnection.makeSettings({ token }) })
  return await manager.startNew({ name })
}

// What a user has run is trusted.
const run = async (kernel, code, id) => {
  const output = area(new OutputAreaModel({ trusted: true }), id)
  output.future = kernel.requestExecute({ code })
  await output.future.done
}

window.lab = { show, startKernel, run }
