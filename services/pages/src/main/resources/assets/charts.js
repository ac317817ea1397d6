// Charts drawn with ECharts in the page's own colours. A chart's element carries its data; the table beside it says
// the same in words. Text inside a tooltip is drawn, never inserted as markup (the content security policy forbids styles in markup).
(() => {
  'use strict';
  const drawn = new Map();
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const enrolment = data => {
    const ink = colour('--ink-2'), grid = colour('--line'), accent = colour('--accent'), amber = colour('--due');
    const font = getComputedStyle(document.body).fontFamily;
    const lines = [];
    if (data.target) lines.push({ yAxis: data.target, label: { formatter: 'target ' + data.target, position: 'insideStartTop' } });
    const steps = (key, name, type, shade) => ({
      name: `${name} (n = ${data.points.length ? data.points.at(-1)[key] : 0})`, type: 'line', step: 'end', symbol: 'none',
      lineStyle: { color: shade, width: type === 'solid' ? 2.5 : 1.5, type }, itemStyle: { color: shade },
      data: data.points.map(p => [p.on, p[key]]),
    });
    const main = steps('enrolled', 'Enrolled', 'solid', accent);
    main.markLine = { silent: true, symbol: 'none', lineStyle: { color: amber, type: 'dashed', width: 1.5 },
      label: { color: amber, fontFamily: font }, data: lines };
    return {
      animation: false,
      textStyle: { fontFamily: font },
      grid: { left: 44, right: 20, top: 58, bottom: 48 },
      legend: { top: 0, left: 0, itemWidth: 26, itemStyle: { opacity: 0 }, textStyle: { color: ink, fontFamily: font } },
      tooltip: { trigger: 'axis', renderMode: 'richText', backgroundColor: colour('--paper'), borderColor: grid,
        textStyle: { color: colour('--ink'), fontFamily: font } },
      xAxis: { type: 'time', name: 'date at the site', nameLocation: 'middle', nameGap: 30, min: data.from, max: data.to,
        nameTextStyle: { color: ink }, axisLabel: { color: ink, hideOverlap: true, formatter: { year: '{yyyy}-{MM}', month: '{yyyy}-{MM}', day: '{MM}-{dd}' } },
        axisLine: { lineStyle: { color: grid } }, splitLine: { show: false } },
      yAxis: { type: 'value', name: 'people', nameTextStyle: { color: ink, align: 'right' }, min: 0, minInterval: 1,
        max: 5 * Math.ceil((Math.max(data.target || 0, data.points.length ? data.points.at(-1).screened : 0) + 1) / 5),
        axisLabel: { color: ink }, splitLine: { lineStyle: { color: grid } } },
      series: [steps('screened', 'Screened', 'dotted', ink), main],
    };
  };

  // Doses planned, cumulated, against doses that the stock is certain to serve on that day.
  const stock = data => {
    const ink = colour('--ink-2'), grid = colour('--line'), accent = colour('--accent'), amber = colour('--due');
    const font = getComputedStyle(document.body).fontFamily;
    const line = (key, name, type, shade) => ({
      name, type: 'line', step: 'end', symbol: 'circle', symbolSize: 5, lineStyle: { color: shade, width: 2, type }, itemStyle: { color: shade },
      data: data.points.map(p => [p.on, p[key]]),
    });
    return {
      animation: false,
      textStyle: { fontFamily: font },
      grid: { left: 44, right: 20, top: 58, bottom: 48 },
      legend: { top: 0, left: 0, itemWidth: 26, textStyle: { color: ink, fontFamily: font } },
      tooltip: { trigger: 'axis', renderMode: 'richText', backgroundColor: colour('--paper'), borderColor: grid,
        textStyle: { color: colour('--ink'), fontFamily: font } },
      xAxis: { type: 'time', name: 'planned day', nameLocation: 'middle', nameGap: 30, nameTextStyle: { color: ink },
        axisLabel: { color: ink, hideOverlap: true, formatter: { year: '{yyyy}-{MM}', month: '{yyyy}-{MM}', day: '{MM}-{dd}' } },
        axisLine: { lineStyle: { color: grid } }, splitLine: { show: false } },
      yAxis: { type: 'value', name: 'doses', nameTextStyle: { color: ink, align: 'right' }, min: 0, minInterval: 1,
        axisLabel: { color: ink }, splitLine: { lineStyle: { color: grid } } },
      series: [line('certain', 'Certain to be served', 'solid', accent), line('doses', 'Planned until then', 'dashed', amber)],
    };
  };

  const plain = () => {
    const ink = colour('--ink-2'), grid = colour('--line'), font = getComputedStyle(document.body).fontFamily;
    return {
      animation: false,
      textStyle: { fontFamily: font },
      grid: { left: 44, right: 20, top: 58, bottom: 48 },
      legend: { top: 0, left: 0, itemWidth: 26, textStyle: { color: ink, fontFamily: font } },
      tooltip: { trigger: 'axis', renderMode: 'richText', backgroundColor: colour('--paper'), borderColor: grid,
        textStyle: { color: colour('--ink'), fontFamily: font } },
      category: { type: 'category', axisLabel: { color: ink, hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: grid } },
        nameLocation: 'middle', nameGap: 30, nameTextStyle: { color: ink } },
      value: { type: 'value', min: 0, minInterval: 1, nameTextStyle: { color: ink, align: 'left' }, axisLabel: { color: ink }, splitLine: { lineStyle: { color: grid } } },
    };
  };

  // People in each arm, and a mark where the ratio would have them.
  const arms = data => {
    const { category, value, ...look } = plain();
    return {
      ...look,
      xAxis: { ...category, name: 'arm', data: data.arms.map(a => a.arm) }, yAxis: { ...value, name: 'people' },
      series: [
        { name: 'People', type: 'bar', barMaxWidth: 72, itemStyle: { color: colour('--accent') }, data: data.arms.map(a => a.people) },
        { name: 'Asked for by the ratio', type: 'scatter', symbol: 'rect', symbolSize: [88, 3], itemStyle: { color: colour('--due'), opacity: 1 },
          data: data.arms.map(a => Math.round(100 * a.asked) / 100) }],
    };
  };

  // How far the arms were apart after each allocation.
  const course = data => {
    const { category, value, ...look } = plain();
    const line = (key, name, type, shade) => ({
      name, type: 'line', step: 'end', symbol: 'none', lineStyle: { color: shade, width: 2, type }, itemStyle: { color: shade },
      data: data.points.map(p => Math.round(100 * p[key]) / 100),
    });
    return {
      ...look,
      xAxis: { ...category, name: 'allocation', data: data.points.map(p => p.ordinal) }, yAxis: { ...value, name: 'people apart' },
      series: [line('apart', 'Over all', 'solid', colour('--accent')), line('worst', 'In the worst stratum', 'dashed', colour('--due'))],
    };
  };

  const kinds = { enrolment, stock, arms, course };
  const draw = () => {
    for (const [element, chart] of drawn) if (!element.isConnected) { chart.dispose(); drawn.delete(element); }
    document.querySelectorAll('[data-chart]').forEach(element => {
      const points = JSON.parse(element.dataset.points);
      if (points.rows) element.style.height = `${(innerWidth < 640 ? 190 : 130) + 30 * points.rows.length}px`;
      const known = drawn.get(element);
      const chart = known ?? echarts.init(element, null, { renderer: 'canvas' });
      drawn.set(element, chart);
      if (!known) chart.on('click', ({ data }) => { if (data?.opens) document.dispatchEvent(new CustomEvent('picked', { detail: data.opens })); });
      chart.setOption(kinds[element.dataset.chart](points), true);
    });
  };
  // How many per cent of invented trials had which value, of one or two designs.
  kinds.histogram = data => {
    const ink = colour('--ink-2'), grid = colour('--line'), shades = [colour('--accent'), colour('--due')];
    const font = getComputedStyle(document.body).fontFamily;
    const axis = { type: 'value', nameTextStyle: { color: ink }, axisLabel: { color: ink, hideOverlap: true } };
    return {
      animation: false,
      textStyle: { fontFamily: font },
      grid: { left: 44, right: 20, top: 58, bottom: 48 },
      legend: { top: 0, left: 0, itemWidth: 14, textStyle: { color: ink, fontFamily: font } },
      xAxis: { ...axis, name: data.unit, nameLocation: 'middle', nameGap: 30, scale: true, boundaryGap: ['5%', '5%'], axisLine: { lineStyle: { color: grid } }, splitLine: { show: false } },
      yAxis: { ...axis, name: '% of trials', min: 0, splitLine: { lineStyle: { color: grid } } },
      series: data.series.map((one, n) => ({ name: one.name, type: 'bar', barMaxWidth: 22, itemStyle: { color: shades[n] }, data: one.bars })),
    };
  };
  // Counts in bins that say themselves, stacked. A bar that stands for a list says which (opens).
  kinds.counted = data => {
    const { category, value, ...look } = plain();
    const totals = data.categories.map((_, at) => data.series.reduce((sum, one) => sum + one.data[at].value, 0));
    const count = { show: true, position: 'top', color: colour('--ink'), formatter: ({ dataIndex }) => String(totals[dataIndex]) };
    const slanted = innerWidth < 640 && data.categories.length > 6;
    const legend = data.series.length > 1 ? look.legend : { show: false };
    return {
      ...look, legend,
      grid: { left: 40, right: 12, top: legend.show === false ? 34 : 62, bottom: slanted ? 92 : 62 },
      xAxis: { ...category, name: data.axis, nameGap: slanted ? 72 : 40, data: data.categories,
        axisLabel: { color: colour('--ink-2'), interval: 0, fontSize: 11, lineHeight: 13, ...(slanted ? { rotate: 45 } : { width: 58, overflow: 'break' }) } },
      yAxis: { ...value, name: 'events', max: Math.max(4, Math.ceil(1.15 * Math.max(...totals))) },
      series: data.series.map((one, at) => ({
        name: `${one.name} (n = ${one.data.reduce((sum, each) => sum + each.value, 0)})`, type: 'bar', stack: 'all', barMaxWidth: 48, cursor: 'pointer',
        itemStyle: { color: colour(one.shade) }, data: one.data, label: at === data.series.length - 1 ? count : undefined,
      })),
    };
  };

  // A row a person: doses and events on days since that person's first dose. An event carries its grade; a serious one is a diamond.
  kinds.swimmer = data => {
    const ink = colour('--ink-2'), grid = colour('--line'), font = getComputedStyle(document.body).fontFamily;
    const shades = ['', '--ink-2', '--accent', '--due', '--late', '--ink'].map(name => name && colour(name));
    const all = data.rows.flatMap((row, at) => row.events.map(event => ({ ...event, at, opens: row.opens })));
    const doses = data.rows.flatMap((row, at) => row.doses.map(dose => ({ value: [dose.day, at], what: dose.what, opens: row.opens })));
    const last = at => Math.max(...data.rows[at].doses.map(d => d.day), ...data.rows[at].events.map(e => e.until ?? e.day));
    const gaps = pieces => pieces.flatMap(([from, to, at]) => [[from, at], [to, at], ['-', '-']]);
    const lane = data.rows.map((_, at) => [0, last(at), at]);
    const lasting = all.filter(event => event.until !== null && event.until > event.day).map(event => [event.day, event.until, event.at]);
    const stroke = (name, pieces, width, shade) => ({ name, type: 'line', symbol: 'none', silent: true, lineStyle: { color: shade, width }, itemStyle: { color: shade }, data: gaps(pieces) });
    const mark = (event, shade) => ({ value: [event.day, event.at], opens: event.opens, symbol: event.serious ? 'diamond' : 'circle', symbolSize: event.serious ? 24 : 17,
      what: `${event.what}: grade ${event.grade}, ${event.serious ? 'serious' : 'not serious'}`, itemStyle: { color: shade, opacity: 1 } });
    const graded = [1, 2, 3, 4, 5].filter(grade => all.some(event => event.grade === grade)).map(grade => ({
      name: `Grade ${grade} (n = ${all.filter(event => event.grade === grade).length})`, type: 'scatter', z: 5, cursor: 'pointer',
      itemStyle: { color: shades[grade], opacity: 1 }, data: all.filter(event => event.grade === grade).map(event => mark(event, shades[grade])),
      label: { show: true, formatter: String(grade), color: colour('--paper'), fontSize: 11, fontWeight: 700, fontFamily: font } }));
    return {
      animation: false,
      textStyle: { fontFamily: font },
      grid: { left: innerWidth < 640 ? 64 : 176, right: 24, top: innerWidth < 640 ? 112 : 52, bottom: 48 },
      legend: { top: 0, left: 0, itemWidth: 16, textStyle: { color: ink, fontFamily: font }, data: [`Dose (n = ${doses.length})`, ...graded.map(one => one.name)] },
      tooltip: { trigger: 'item', renderMode: 'richText', backgroundColor: colour('--paper'), borderColor: grid, textStyle: { color: colour('--ink'), fontFamily: font },
        formatter: ({ data: point }) => `${data.rows[point.value[1]].subject}\n${point.what}, day ${point.value[0]}` },
      xAxis: { type: 'value', min: ({ min, max }) => Math.floor(Math.min(0, min) - (max - min) / 25), max: ({ min, max }) => Math.ceil(max + (max - min) / 25 + 1), name: 'days since the person\'s first dose', nameLocation: 'middle', nameGap: 30, minInterval: 1,
        nameTextStyle: { color: ink }, axisLabel: { color: ink, hideOverlap: true, showMinLabel: false, showMaxLabel: false }, axisLine: { lineStyle: { color: grid } }, splitLine: { lineStyle: { color: grid } } },
      yAxis: { type: 'category', inverse: true, data: data.rows.map(row => innerWidth < 640 ? row.subject.split('-').slice(-2).join('-') : row.subject),
        axisLabel: { color: ink }, axisTick: { show: false }, axisLine: { lineStyle: { color: grid } } },
      series: [stroke('lane', lane, 1, grid), stroke('lasting', lasting, 5, grid),
        { name: `Dose (n = ${doses.length})`, type: 'scatter', symbol: 'triangle', symbolSize: 11, z: 4, symbolOffset: [0, 9], itemStyle: { color: ink }, data: doses }, ...graded],
    };
  };
  // People with an event against people dosed: from which count on a study stops, and where it stands.
  kinds.boundary = data => {
    const { category, value, ...look } = plain();
    const ink = colour('--ink-2'), late = colour('--late');
    const most = Math.max(data.events, ...data.boundary.map(point => point[1]), 1) + 1;
    const axis = { type: 'value', min: 0, minInterval: 1, axisLabel: { color: ink }, nameTextStyle: { color: ink } };
    return {
      ...look,
      tooltip: { ...look.tooltip, trigger: 'item' },
      xAxis: { ...axis, name: 'people dosed (n)', nameLocation: 'middle', nameGap: 30, max: data.planned, axisLine: { lineStyle: { color: colour('--line') } }, splitLine: { show: false } },
      yAxis: { ...axis, name: 'people with an event', nameTextStyle: { color: ink, align: 'left' }, max: most, splitLine: { lineStyle: { color: colour('--line') } } },
      series: [
        { name: 'Stops the study', type: 'line', step: 'middle', symbol: 'rect', symbolSize: 5, lineStyle: { color: late, width: 2 }, itemStyle: { color: late }, areaStyle: { color: late, opacity: 0.08, origin: 'end' }, data: data.boundary },
        { name: `Now: ${data.events} of ${data.n}`, type: 'scatter', symbol: 'diamond', symbolSize: 16, itemStyle: { color: colour('--accent') }, z: 5, data: [[data.n, data.events]] }],
    };
  };
  document.addEventListener('click', event => {
    const chart = drawn.get(document.getElementById(event.target.dataset?.pictureOf));
    if (!chart) return;
    const link = document.createElement('a');
    link.download = event.target.dataset.pictureOf + '.png';
    link.href = chart.getDataURL({ pixelRatio: 2, backgroundColor: colour('--paper') });
    link.click();
  });
  document.addEventListener('parts', draw);
  document.addEventListener('theme', draw);
  addEventListener('resize', () => drawn.forEach(chart => chart.resize()));
  addEventListener('beforeprint', () => drawn.forEach(chart => chart.resize()));
  draw();
})();
