export { renderTable } from '../../text/table.js';
