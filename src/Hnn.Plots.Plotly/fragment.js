
(() => {
  'use strict';
  const page = window.hnnCharts ??= {};

  // Jupyter tells its pages where its server lives: the classic notebook on the body, JupyterLab in a script element.
  const server = () => {
    const config = document.getElementById('jupyter-config-data');
    return document.body?.dataset.baseUrl ?? (config ? JSON.parse(config.textContent).baseUrl : undefined);
  };

  // plotly.js of the page's module loader, or from the Jupyter server; no other host is ever asked.
  const load = async () => {
    if (window.require?.defined?.('plotly'))
      return window.require('plotly');
    const base = server();
    if (base === undefined)
      throw new Error('This page has no plotly.js.');
    const answer = await fetch(`${base}kernelspecs/KERNEL_NAME/plotly.min.js`);
    if (!answer.ok)
      throw new Error(`The Jupyter server has no plotly.js (${answer.status}).`);
    // The classic notebook has a module loader that would take the library; here it finds none.
    new Function('define', 'module', 'exports', await answer.text())();
    return window.Plotly;
  };

  // Asked once: a page has few drawing contexts to give away.
  const hasWebGl = () => page.webGl ??= ['webgl2', 'webgl'].some(kind => document.createElement('canvas').getContext(kind));

  const draw = async box => {
    box.dataset.hnnState = 'drawing';
    const plot = document.createElement('div');
    try {
      const figure = JSON.parse(box.querySelector('script[type="application/json"]').textContent);
      const layout = figure.layout ?? {};
      if (Object.keys(layout).some(name => name.startsWith('scene')) && !hasWebGl())
        throw new Error('This viewer draws nothing in space.');
      const plotly = window.Plotly ?? await (page.plotly ??= load());
      const menu = layout.meta?.hnn && !layout.sliders ? takeMenu(layout) : undefined;
      plot.style.cssText = `position: absolute; visibility: hidden; top: 0; width: 100%; height: ${layout.height ?? 450}px`;
      box.append(plot);
      await plotly.newPlot(plot, { ...figure, layout, config: { displaylogo: false, responsive: true, ...figure.config } });
      connect(plotly, plot, figure, menu);
      box.querySelector('[data-hnn-instead]')?.remove();
      if (menu)
        box.prepend(menu);
      plot.style.position = plot.style.visibility = plot.style.top = '';
      new ResizeObserver(() => plot.offsetWidth > 0 && plotly.Plots.resize(plot)).observe(box);
      box.dataset.hnnState = 'drawn';
    } catch (error) {
      plot.remove();
      delete box.dataset.hnnState;
      console.info('The picture stays: ' + error.message);
    }
  };

  // Plotly's own menu cannot be used from the keyboard: a plain one takes its place.
  const takeMenu = layout => {
    const { label, shown } = layout.meta.hnn;
    const select = document.createElement('select');
    for (const button of layout.updatemenus[0].buttons)
      select.add(new Option(plain(button.label)));
    select.selectedIndex = shown;
    select.style.cssText = 'font: inherit; max-width: 70%';
    delete layout.updatemenus;
    const line = document.createElement('label');
    line.style.cssText = 'display: block; margin: 4px 16px; font: 13px system-ui, sans-serif';
    line.append(plain(label) + ' ', select);
    return line;
  };

  const plain = text => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

  // A click on a point of a trace that picks, the menu, or an arrow key shows another frame.
  const connect = (plotly, plot, figure, menu) => {
    const { picks, shown, label } = figure.layout?.meta?.hnn ?? {};
    if (!picks)
      return;
    const select = menu?.querySelector('select');
    let current = shown;
    const show = frame => figure.frames[frame]
      && plotly.animate(plot, [figure.frames[frame].name], { mode: 'immediate', frame: { duration: 0, redraw: true }, transition: { duration: 0 } });
    plot.on('plotly_animatingframe', event => {
      current = figure.frames.findIndex(frame => frame.name === event.name);
      if (select)
        select.selectedIndex = current;
    });
    plot.on('plotly_click', event => {
      const point = event.points[0];
      if (picks.includes(point.curveNumber))
        show([point.pointNumber].flat()[0]);
    });
    select?.addEventListener('change', () => show(select.selectedIndex));
    plot.tabIndex = 0;
    plot.ariaLabel = `${plain(label)}: the arrow keys left and right change it.`;
    plot.addEventListener('keydown', event => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step) {
        event.preventDefault();
        event.stopPropagation();
        show(current + step);
      }
    });
  };

  // Notebooks may run a script before they put its output onto the page.
  const drawAll = () => document.querySelectorAll('.hnn-chart:not([data-hnn-state])').forEach(draw);
  drawAll();
  for (const delay of [0, 200, 1000])
    setTimeout(drawAll, delay);
  window.addEventListener('load', drawAll);
})();
