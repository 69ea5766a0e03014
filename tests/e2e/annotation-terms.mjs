// The terms of the Web Annotation vocabulary (https://www.w3.org/TR/annotation-vocab/) that the export uses,
// as the standard's own context maps them. The test's reader refuses whatever is not among them.
const whole = (id) => ({ '@id': id, '@type': 'xsd:nonNegativeInteger' });
const link = (id) => ({ '@id': id, '@type': '@id' });
const word = (id) => ({ '@id': id, '@type': '@vocab' });

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
export const OA = 'http://www.w3.org/ns/oa#';
export const TERMS = {
  oa: OA,
  as: 'http://www.w3.org/ns/activitystreams#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  Annotation: 'oa:Annotation',
  TextualBody: 'oa:TextualBody',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextPositionSelector: 'oa:TextPositionSelector',
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
  identifying: 'oa:identifying',
  tagging: 'oa:tagging',
  body: link('oa:hasBody'),
  target: link('oa:hasTarget'),
  source: link('oa:hasSource'),
  selector: link('oa:hasSelector'),
  motivation: word('oa:motivatedBy'),
  purpose: word('oa:hasPurpose'),
  value: 'rdf:value',
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  start: whole('oa:start'),
  end: whole('oa:end'),
  items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
  first: link('as:first'),
  total: whole('as:totalItems'),
  startIndex: whole('as:startIndex'),
};
