import { translated } from '../../words/translated.ts'

/** The headings of the tables on an element's page. */
export const elementWords = translated(
  {
    folder: 'elementos',
    name: 'Nombre',
    type: 'Tipo',
    meaning: 'Qué es',
    attributes: 'Atributos',
    properties: 'Propiedades',
    methods: 'Métodos',
    events: 'Eventos',
    slots: 'Slots',
    parts: 'Partes',
    customProperties: 'Propiedades CSS',
    nameless: '(sin nombre)',
    reflected: 'se refleja en su atributo',
  },
  {
    folder: 'elements',
    name: 'Name',
    type: 'Type',
    meaning: 'What it is',
    attributes: 'Attributes',
    properties: 'Properties',
    methods: 'Methods',
    events: 'Events',
    slots: 'Slots',
    parts: 'Parts',
    customProperties: 'Custom properties',
    nameless: '(nameless)',
    reflected: 'reflected by its attribute',
  },
)
