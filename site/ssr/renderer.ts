export default { name: 'waizant', check: () => false, renderToStaticMarkup: () => ({ html: '' }) }
