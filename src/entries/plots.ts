/** Pictures as SVG text. @module */
export { type ScoreChartOptions, scoreChart } from '../adapters/plots/score-chart.ts'
export { type SessionPlotOptions, sessionPlot } from '../adapters/plots/session-plot.ts'
export { type TimelinePlotOptions, timelinePlot } from '../adapters/plots/timeline-plot.ts'
