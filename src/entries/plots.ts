/** Pictures as SVG text. @module */
export { type SessionPlotOptions, sessionPlot } from '../adapters/plots/session-plot.ts'
