/** Words of the rules for the links of a campaign. */
export const words = {
  'write.links': 'Links',
  'write.links.track': 'Count opens and clicks',
  'write.links.trackHint': 'Off: nobody’s opens and clicks are known. Whoever refused is never tracked.',
  'write.links.utm': 'Add UTM parameters, by which your website tells visitors of this campaign',
  'write.links.source': 'Source (utm_source), such as newsletter',
  'write.links.medium': 'Medium (utm_medium)',
  'write.links.campaign': 'Campaign (utm_campaign)',
  'write.links.content': 'Content (utm_content)',
  'write.links.show': 'Links of this mail',
  'write.links.each': 'Count clicks on',
  'write.links.none': 'No link has a fixed address yet.',
  'write.links.unlabelled': 'Link without a text',
  'write.links.wayOut':
    'The links to unsubscribe and to view the mail in a browser are never tracked. Parameters that a link has stay, and addresses with placeholders stay as they are.',
  'write.part.links': 'Links',
  'prepare.wrong.links.untracked': 'At most 50 links can be left out; none may be longer than 1,000 characters.',
  'prepare.wrong.links.utm.source': 'Give 1 to 200 characters.',
  'prepare.wrong.links.utm.medium': 'Give 1 to 200 characters.',
  'prepare.wrong.links.utm.campaign': 'Give 1 to 200 characters.',
  'prepare.wrong.links.utm.content': 'At most 200 characters.',
};
