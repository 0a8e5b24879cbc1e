/*
 * Words and phrases around news text, in a dozen languages. In: a word or phrase. Out: PHRASE_ bits. Phrases are runs
 * of words in lower case, whatever stands between them; our own lists.
 */
#include "read/html_lexicon.h"

#include "read/html_lookup.h"
#include "read/written_date.h"

#include <string.h>

/* clang-format off */
static const char *const phrases[PHRASES] = {
	[PHRASE_PROMO_START] =
	    "sign up|subscribe|newsletter|follow us|follow me|follow him|follow her|follow|click here|read more|"
	    "read also|also read|read next|see also|read full|read the full|read the original|continue reading|"
	    "more on|more from|more about|related|related articles|related stories|related posts|related content|"
	    "related topics|you may like|you might like|you may also like|you might also like|"
	    "you may also be interested|share this|share on|share via|share|tweet|advertisement|sponsored|"
	    "recommended|download the|download our|join us|join our|support us|support our|all rights reserved|"
	    "cookies|privacy policy|terms of use|terms of service|leave a comment|leave a reply|log in|login|"
	    "register now|register for|register to|contact us|comments|comment|loading|watch|listen|don t miss|"
	    "editor s picks|editor s pick|most read|most popular|most viewed|trending|latest news|latest stories|"
	    "latest|what to read|originally published|originally appeared|this story was|this article was|"
	    "this post was|this story has been|this article has been|this article first|this story first|"
	    "this article originally|copyright|have a tip|tags|tag|filed under|posted in|posted on|posted by|"
	    "published in|published on|published by|published|updated|update|by|photo|photos|image|source|via|"
	    "about the author|written by|reporting by|lesen sie|lesen sie auch|lesen sie mehr|mehr zum thema|"
	    "mehr zu|lire aussi|a lire|à lire|à lire aussi|leer más|lea también|leia mais|leia também|"
	    "leggi anche|читайте|читайте также|see more|show more|view all|view more|load more|back to top|"
	    "next article|next post|next story|previous article|previous post|previous story|print|email|"
	    "facebook|whatsapp|reply|in this article|this material may not|the views expressed|foto|fotos|bild|"
	    "bilder|quelle|von|teilen|kommentare|kommentar|schreiben sie|zum thema|auch interessant|anzeige|"
	    "weitere artikel|weitere|mehr|fuente|compartir|comparte|comentarios|etiquetas|partager|commentaires|"
	    "fonte|condividi|commenti|compartilhe|comentários|поделиться|комментарии|фото|источник|теги|zobacz|"
	    "czytaj|czytaj także|zobacz także|lees ook|lees meer|deel|ayrıca|läs mer|läs också|les også",
	[PHRASE_PITCH] =
	    "sign up for|sign up to|sign up here|subscribe to|subscribe now|subscribe here|subscribe for|"
	    "our newsletter|our newsletters|daily newsletter|weekly newsletter|free newsletter|the newsletter|"
	    "email newsletter|newsletter|newsletters|on twitter at|on twitter|on facebook|on instagram|"
	    "on telegram|follow us on|follow him on|follow her on|click here|like us on|join our|join us|"
	    "join the conversation|download the app|download our|our app|whatsapp|telegram channel|"
	    "telegram group|get the latest|get our|get the best|your inbox|inbox|available on amazon|"
	    "available at amazon|affiliate|commission|media caption|media playback|unsupported on your device|"
	    "enable javascript|your browser|privacy policy|jetzt anmelden|abonnieren|inscrivez vous|s inscrire|"
	    "abonnez|abonnez vous|suscríbete|suscribirse|suscribase|inscreva se|iscriviti|подписывайтесь|"
	    "подпишитесь|подписаться|siga nos|síguenos|seguici|folgen sie|abone ol|register now|support our|"
	    "donate|donation|become a member|members only|free trial|per month|unsubscribe|view in browser|"
	    "manage preferences|email preferences|unsere app|im newsletter|kostenlos|unseren newsletter",
	[PHRASE_LEGAL] =
	    "all rights reserved|copyright|may not be published|may not be reproduced|may not be copied|"
	    "may not be|terms of|terms and|moderated|moderation|moderators|moderator|comments will|comments are|"
	    "comment policy|comments policy|comments that|comments section|comentários|comentarios|user account|"
	    "administration reserves|personal data|disclaimer|reserves the right|reserve the right|kommentare|"
	    "views expressed|do not necessarily|originally published|originally appeared|republished|"
	    "press release|forward looking|media contact|media contacts|about the author|is a reporter|"
	    "is a writer|is a freelance|is an editor|is a journalist|is a columnist|is a correspondent|"
	    "is a professor|is the author|is an author|is the editor|is a senior|is a staff|"
	    "alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
	    "todos os direitos reservados|tutti i diritti riservati|все права защищены|creative commons|cookies|"
	    "privacy|gdpr|abusive|offensive|house rules|guidelines|für weitere informationen|pressekontakt|"
	    "nutzungsbedingungen|datenschutz",
	[PHRASE_STOPHEAD] =
	    "about|related|more|comments|comment|leave|reply|tags|tag|topics|share|contact|press|media|popular|"
	    "most|trending|latest|recommended|read|see also|also|newsletter|subscribe|sign up|follow|"
	    "advertisement|you may|you might|next|previous|source|sources|similar|author|written|editor|"
	    "top stories|recent|in this|copyright|post|kommentare|kommentar|mehr|weitere|ähnliche|das könnte|"
	    "auch interessant|schlagwörter|schlagworte|zum thema|artículos|relacionados|noticias relacionadas|"
	    "etiquetas|comentários|comentarios|leia|lire|sur le|articles|voir|commentaires|correlati|"
	    "articoli correlati|leggi|potrebbe|теги|читайте|комментарии|похожие|по теме|powiązane|zobacz|lees|"
	    "ook|gerelateerd|ilgili|relaterat|läs|references|footnotes|discussion|responses|discuss|"
	    "join the discussion|join the conversation|featured|categories|archives|navigation|links|quellen|"
	    "teilen",
	[PHRASE_CREDIT] =
	    "photo by|photos by|image by|images by|picture by|photo credit|image credit|photo courtesy|"
	    "image courtesy|courtesy of|getty images|getty|reuters|afp|ap photo|associated press|epa|"
	    "shutterstock|istock|dpa|tass|unsplash|pixabay|file photo|file image|pictured|photograph|"
	    "photographer|illustration by|video by|image source|image copyright|image caption|photo|photos|image|"
	    "foto|bild|credit|fotograf|archivbild|symbolbild|crédit photo|fuente|фото|zdjęcie|bildquelle|"
	    "in this photo|in this image|in this file photo|handout|screenshot|wikimedia|flickr",
	[PHRASE_BYLINE] =
	    "by|von|par|por|di|door|written by|от|автор|posted by|story by|text|da|av|af|de",
	[PHRASE_AGENCY] =
	    "reporting by|editing by|writing by|additional reporting|contributed to this report|"
	    "contributed reporting|contributed to this story",
	[PHRASE_WIDGET] =
	    "advertisement|loading|loading comments|share|share this|share this article|share this story|"
	    "share article|close|play|read more|story continues|story continues below|"
	    "story continues below advertisement|article continues|article continues below|"
	    "article continues after advertisement|related|related stories|related articles|you may like|"
	    "you may also like|you might like|you might also like|media playback is unsupported on your device|"
	    "media caption|skip to content|skip to main content|back to top|view comments|show comments|"
	    "hide comments|print|email|tweet|facebook|twitter|whatsapp|copy link|save|follow|subscribe|menu|"
	    "search|something went wrong|please try again later|oops|sign in|log in|watch now|listen|video|"
	    "photos|gallery|anzeige|werbung|publicidad|publicité|pubblicità|publicidade|reklama|реклама|teilen|"
	    "kommentare|drucken|merken|weiterlesen|leer más|lire la suite|leggi tutto|читать далее|"
	    "view in browser|view this email in your browser|unsubscribe|forward to a friend",
	[PHRASE_AGO] =
	    "minutes ago|hours ago|days ago|weeks ago|months ago|years ago|minute ago|hour ago|day ago|week ago|"
	    "month ago|year ago|min ago|mins ago|hrs ago|min read|minute read|mins read",
	[PHRASE_STOP] =
	    "the|of|and|to|in|a|is|that|for|it|was|on|with|as|he|be|by|at|from|his|are|this|have|an|had|not|but|"
	    "they|which|or|we|you|were|her|she|there|been|their|has|would|when|if|so|no|what|about|who|will|more|"
	    "all|can|said|its|than|them|other|some|could|into|do|my|our|out|up|like|just|over|also|after|how|may|"
	    "these|any|only|new|one|your|most|now|then|der|die|und|den|von|zu|das|mit|sich|des|auf|für|ist|im|"
	    "dem|nicht|ein|eine|als|auch|es|werden|aus|er|hat|dass|sie|nach|wird|bei|einer|um|am|sind|noch|wie|"
	    "einem|über|einen|zum|war|haben|nur|oder|aber|vor|zur|bis|mehr|durch|man|sein|wurde|sei|ich|wir|wenn|"
	    "kann|diese|de|la|le|et|les|en|un|une|du|que|est|pour|qui|dans|par|plus|pas|au|sur|ne|se|ce|il|sont|"
	    "avec|son|cette|mais|ont|aux|comme|ou|été|leur|sa|nous|vous|elle|tout|fait|était|el|los|las|y|del|"
	    "por|con|para|una|su|al|lo|como|más|pero|sus|ha|este|si|ya|porque|cuando|muy|sin|sobre|entre|también|"
	    "hasta|desde|hay|todo|nos|ser|era|di|che|è|e|per|non|i|da|della|sono|come|nel|anche|dei|più|ma|alla|"
	    "gli|delle|questo|o|os|em|com|não|uma|na|dos|mas|ao|ele|à|seu|sua|quando|muito|já|eu|também|só|pelo|"
	    "pela|até|het|een|van|op|te|dat|zijn|met|voor|niet|aan|ook|om|maar|bij|naar|uit|dan|heeft|nog|wordt|"
	    "door|hij|worden|и|в|не|на|что|с|по|как|это|он|к|из|за|у|от|о|но|для|то|так|же|все|его|бы|было|они|"
	    "ее|вы|мы|при|или|до|был|уже|их|только|когда|может|w|z|się|nie|że|jest|jak|po|ale|od|przez|za|co|tak|"
	    "dla|są|już|czy|ve|bir|bu|için|ile|olarak|çok|daha|olan|gibi|kadar|sonra|ama|ise|och|att|det|som|på|"
	    "är|av|för|med|till|inte|har|ett|men|var|jag|från|і|та|що|з|як|це|про|від|але|який|є|його|ir|kad|iš|"
	    "yra|je|u|že|v|s|pro|jako|která|který|jsou|και|το|να|του|της|με|για|την|από|στο|είναι|που|η|ο|οι|σε",
};
/* clang-format on */

enum { SLOTS = 1 << 13 };

struct html_lexicon {
	uint64_t keys[SLOTS];
	struct html_entry entries[SLOTS];
};

static struct html_entry *entry_of(struct html_lexicon *lexicon, uint64_t key)
{
	size_t slot = (size_t)key & (SLOTS - 1);

	while (lexicon->keys[slot] && lexicon->keys[slot] != key)
		slot = (slot + 1) & (SLOTS - 1);
	lexicon->keys[slot] = key;
	return &lexicon->entries[slot];
}

const struct html_entry *html_lookup(const struct html_lexicon *lexicon, uint64_t key)
{
	size_t slot = (size_t)key & (SLOTS - 1);

	while (lexicon->keys[slot] && lexicon->keys[slot] != key)
		slot = (slot + 1) & (SLOTS - 1);
	return lexicon->keys[slot] ? &lexicon->entries[slot] : NULL;
}

struct html_lexicon *html_lexicon_new(struct arena *arena)
{
	struct html_lexicon *lexicon = arena_new_of(arena, struct html_lexicon);

	for (size_t month = 0; month < 12; month++) {
		struct ng_text rest = text_of(written_months[month]), word;
		while (text_cut(&rest, ' ', &word))
			entry_of(lexicon, text_hash(word))->bits |= PHRASE_BIT(PHRASE_MONTH);
	}
	for (size_t kind = 0; kind < PHRASES; kind++) {
		struct ng_text rest = text_of(phrases[kind]), phrase, word;
		while (text_cut(&rest, '|', &phrase)) {
			uint64_t key = 0, first = 0;
			unsigned n = 0;
			while (text_cut(&phrase, ' ', &word)) {
				key = n++ ? hash_mix(key, text_hash(word)) : text_hash(word);
				first = first ? first : key;
			}
			if (n == 0)
				continue;
			entry_of(lexicon, key)->bits |= PHRASE_BIT(kind);
			struct html_entry *opener = entry_of(lexicon, first);
			if (opener->longest < n)
				opener->longest = (unsigned char)n;
		}
	}
	return lexicon;
}
