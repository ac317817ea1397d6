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
      const chart = drawn.get(element) ?? echarts.init(element, null, { renderer: 'canvas' });
      drawn.set(element, chart);
      chart.setOption(kinds[element.dataset.chart](JSON.parse(element.dataset.points)), true);
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
