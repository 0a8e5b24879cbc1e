/* A page as news sites build them, about invented people and places: a test changes one thing and looks. */
#ifndef ARTICLE_PAGE_H
#define ARTICLE_PAGE_H

#define PAGE_HEAD                                                                                                      \
	"<!DOCTYPE html><html lang=\"en-GB\"><head><title>Ferry runs aground off Tarn Bay - Harbour Post</title>"      \
	"<meta property=\"og:site_name\" content=\"Harbour Post\">"                                                    \
	"<link rel=\"canonical\" href=\"https://harbour.example/2026/03/17/ferry\">"                                   \
	"<script>var menu = \"<p>never text</p>\";</script></head><body>"                                              \
	"<header><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/local\">Local news</a></li>"                   \
	"<li><a href=\"/sport\">Sport</a></li></ul></nav></header>"                                                    \
	"<main><article class=\"story\"><h1>Ferry runs aground off Tarn Bay</h1>"                                      \
	"<p class=\"byline\">By Ann Bell</p>"

#define PAGE_FIRST                                                                                                     \
	"<p>The ferry Calla ran aground on a sandbank off Tarn Bay early on Tuesday with 112 people on board, the "    \
	"coastguard said, and all of them were brought ashore unhurt within three hours.</p>"
#define PAGE_SECOND                                                                                                    \
	"<p>Bo Carr, who was on his way to work, said that the ship had stopped \"as if someone had pulled a rug "     \
	"from "                                                                                                        \
	"under us\", and that the crew had kept everyone calm while they waited for the boats.</p>"
#define PAGE_THIRD                                                                                                     \
	"<p>The company said that it would look into why the ship had left the marked channel, and that the "          \
	"afternoon "                                                                                                   \
	"sailings would be run by a smaller vessel until divers had been down to see the hull.</p>"

#define PAGE_FIGURE                                                                                                    \
	"<figure><img src=\"a.jpg\"><figcaption>The ferry Calla at low tide on Tuesday. Photo: Cy Dunn</figcaption>"   \
	"</figure>"
#define PAGE_RELATED                                                                                                   \
	"<div class=\"related-articles\"><h3>Related</h3><ul><li><a href=\"/1\">Channel dredging put off "             \
	"again</a></li>"                                                                                               \
	"<li><a href=\"/2\">New ferry to be named after harbour master</a></li></ul></div>"
#define PAGE_FOOT                                                                                                      \
	"</article></main><div class=\"newsletter\"><p>Sign up for our newsletter and never miss a story.</p></div>"   \
	"<footer><p>Copyright Harbour Post. All rights reserved.</p><a href=\"/terms\">Terms of "                      \
	"use</a></footer></body></html>"

#define PAGE_WHOLE                                                                                                     \
	PAGE_HEAD PAGE_FIRST PAGE_FIGURE "<h2>Crew kept calm</h2>" PAGE_SECOND PAGE_THIRD PAGE_RELATED PAGE_FOOT

#endif
