/*
 * One report, walked through its states; in each of them everybody tries everything. What is asked is made so that it
 * changes nothing when it is let in: a draft write names a version that never was (412), a step brings a comment on a
 * target that the report does not have (422). So 200, 412 and 422 are the responses to those who are let in; 401, 403 and
 * 404 (what one may not even know of) to those who are not; 409 to the right person at the wrong time.
 *
 * owner, deputy, manager: of the report's area. expired: once deputy there, told at a write that the assignment has ended (403). owner-, manager-: of something else.
 * both: manager of something else, and coordinator.
 */
export const inReport: Record<string, string> = {
  draft: `
                                               anonymous no-role viewer owner deputy expired owner- manager manager- coordinator both admin
    GET reports (listed)                       401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id                            401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/revisions/:number          401       401     404    404   404    404     404    404     404      404         404  404
    GET reports/:id/diff                       401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/comments                   401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/timeline                   401       401     404    200   200    404     404    200     404      200         200  200
    PUT reports/:id/entries/:targetCode        401       401     403    412   412    403     404    403     403      403         403  403
    GET reports/:id/earlier-wordings           401       401     403    200   200    404     404    403     403      403         403  403
    PUT reports/:id/verdict                    401       401     403    412   412    403     404    403     403      403         403  403
    PUT reports/:id/year                       401       401     403    412   412    403     404    403     403      403         403  403
    POST reports/:id/comments/:commentId/reply 401      401     403    404   404    403     404    403     403      403         403  403
    POST reports/:id/transitions submit        401       401     403    422   422    403     404    403     404      403         403  403
    POST reports/:id/transitions withdraw      401       401     403    409   409    403     404    403     404      403         403  403
    POST reports/:id/transitions endorse       401       401     403    403   403    403     404    409     404      403         403  403
    POST reports/:id/transitions return        401       401     403    403   403    403     404    409     404      409         409  403
    POST reports/:id/transitions approve       401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions reopen        401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions publish       401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions correct       401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions cancel-correction 401       401     403    403   403    403     404    403     404      409         409  403`,
  submitted: `
                                               anonymous no-role viewer owner deputy expired owner- manager manager- coordinator both admin
    GET reports (listed)                       401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id                            401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/revisions/:number          401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/diff                       401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/comments                   401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/timeline                   401       401     404    200   200    404     404    200     404      200         200  200
    PUT reports/:id/entries/:targetCode        401       401     403    409   409    403     404    403     403      403         403  403
    GET reports/:id/earlier-wordings           401       401     403    409   409    404     404    403     403      403         403  403
    PUT reports/:id/verdict                    401       401     403    409   409    403     404    403     403      403         403  403
    PUT reports/:id/year                       401       401     403    409   409    403     404    403     403      403         403  403
    POST reports/:id/comments/:commentId/reply 401      401     403    404   404    403     404    403     403      403         403  403
    POST reports/:id/transitions submit        401       401     403    409   409    403     404    403     404      403         403  403
    POST reports/:id/transitions withdraw      401       401     403    422   422    403     404    403     404      403         403  403
    POST reports/:id/transitions endorse       401       401     403    403   403    403     404    422     404      403         403  403
    POST reports/:id/transitions return        401       401     403    403   403    403     404    422     404      422         422  403
    POST reports/:id/transitions approve       401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions reopen        401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions publish       401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions correct       401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions cancel-correction 401       401     403    403   403    403     404    403     404      409         409  403`,
  returned: `
                                               anonymous no-role viewer owner deputy expired owner- manager manager- coordinator both admin
    GET reports (listed)                       401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id                            401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/revisions/:number          401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/diff                       401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/comments                   401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/timeline                   401       401     404    200   200    404     404    200     404      200         200  200
    PUT reports/:id/entries/:targetCode        401       401     403    412   412    403     404    403     403      403         403  403
    GET reports/:id/earlier-wordings           401       401     403    200   200    404     404    403     403      403         403  403
    PUT reports/:id/verdict                    401       401     403    412   412    403     404    403     403      403         403  403
    PUT reports/:id/year                       401       401     403    412   412    403     404    403     403      403         403  403
    POST reports/:id/comments/:commentId/reply 401      401     403    200   200    403     404    403     403      403         403  403
    POST reports/:id/transitions submit        401       401     403    422   422    403     404    403     404      403         403  403
    POST reports/:id/transitions withdraw      401       401     403    409   409    403     404    403     404      403         403  403
    POST reports/:id/transitions endorse       401       401     403    403   403    403     404    409     404      403         403  403
    POST reports/:id/transitions return        401       401     403    403   403    403     404    409     404      409         409  403
    POST reports/:id/transitions approve       401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions reopen        401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions publish       401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions correct       401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions cancel-correction 401       401     403    403   403    403     404    403     404      409         409  403`,
  endorsed: `
                                               anonymous no-role viewer owner deputy expired owner- manager manager- coordinator both admin
    GET reports (listed)                       401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id                            401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/revisions/:number          401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/diff                       401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/comments                   401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/timeline                   401       401     404    200   200    404     404    200     404      200         200  200
    PUT reports/:id/entries/:targetCode        401       401     403    409   409    403     404    403     403      403         403  403
    GET reports/:id/earlier-wordings           401       401     403    409   409    404     404    403     403      403         403  403
    PUT reports/:id/verdict                    401       401     403    409   409    403     404    403     403      403         403  403
    PUT reports/:id/year                       401       401     403    409   409    403     404    403     403      403         403  403
    POST reports/:id/comments/:commentId/reply 401      401     403    409   409    403     404    403     403      403         403  403
    POST reports/:id/transitions submit        401       401     403    409   409    403     404    403     404      403         403  403
    POST reports/:id/transitions withdraw      401       401     403    409   409    403     404    403     404      403         403  403
    POST reports/:id/transitions endorse       401       401     403    403   403    403     404    409     404      403         403  403
    POST reports/:id/transitions return        401       401     403    403   403    403     404    403     404      422         422  403
    POST reports/:id/transitions approve       401       401     403    403   403    403     404    403     404      422         422  403
    POST reports/:id/transitions reopen        401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions publish       401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions correct       401       401     403    403   403    403     404    403     404      409         409  403
    POST reports/:id/transitions cancel-correction 401       401     403    403   403    403     404    403     404      409         409  403`,
  approved: `
                                               anonymous no-role viewer owner deputy expired owner- manager manager- coordinator both admin
    GET reports (listed)                       401       401     200    200   200    200     200    200     200      200         200  200
    GET reports/:id                            401       401     200    200   200    200     200    200     200      200         200  200
    GET reports/:id/revisions/:number          401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/diff                       401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/comments                   401       401     404    200   200    404     404    200     404      200         200  200
    GET reports/:id/timeline                   401       401     404    200   200    404     404    200     404      200         200  200
    PUT reports/:id/entries/:targetCode        401       401     403    409   409    403     403    403     403      403         403  403
    GET reports/:id/earlier-wordings           401       401     403    409   409    403     403    403     403      403         403  403
    PUT reports/:id/verdict                    401       401     403    409   409    403     403    403     403      403         403  403
    PUT reports/:id/year                       401       401     403    409   409    403     403    403     403      403         403  403
    POST reports/:id/comments/:commentId/reply 401      401     403    409   409    403     403    403     403      403         403  403
    POST reports/:id/transitions submit        401       401     403    409   409    403     403    403     403      403         403  403
    POST reports/:id/transitions withdraw      401       401     403    409   409    403     403    403     403      403         403  403
    POST reports/:id/transitions endorse       401       401     403    403   403    403     403    409     403      403         403  403
    POST reports/:id/transitions return        401       401     403    403   403    403     403    409     403      409         409  403
    POST reports/:id/transitions approve       401       401     403    403   403    403     403    403     403      409         409  403
    POST reports/:id/transitions reopen        401       401     403    403   403    403     403    403     403      422         422  403
    POST reports/:id/transitions publish       401       401     403    403   403    403     403    403     403      409         409  403
    POST reports/:id/transitions correct       401       401     403    403   403    403     403    403     403      409         409  403
    POST reports/:id/transitions cancel-correction 401       401     403    403   403    403     403    403     403      409         409  403`,
};

/** Routes whose answer depends on who asks, not on what is asked about. 400, 404, 409 and 422: let in, and found wanting. */
export const elsewhere = `
                             anonymous no-role viewer owner expired manager coordinator both admin
    GET me                   401       401     200    200   200     200     200         200  200
    GET session              401       401     200    200   200     200     200         200  200
    GET me/sessions          401       401     200    200   200     200     200         200  200
    DELETE me/sessions       401       401     200    200   200     200     200         200  200
    DELETE me/sessions/:id   401       401     400    400   400     400     400         400  400
    POST people/:id/deactivate   401   401     403    403   403     403     403         403  400
    POST people/:id/activate     401   401     403    403   403     403     403         403  400
    POST people/:id/end-sessions 401   401     403    403   403     403     403         403  400
    POST session/extend      401       401     200    200   200     200     200         200  200
    GET plan                 401       401     200    200   200     200     200         200  200
    GET focus-areas/:slug    401       401     200    200   200     200     200         200  200
    GET targets/:code        401       401     200    200   200     200     200         200  200
    GET results              401       401     200    200   200     200     200         200  200
    GET targets/:code/results 401      401     200    200   200     200     200         200  200
    GET focus-areas/:slug/results 401  401     200    200   200     200     200         200  200
    GET reports              401       401     200    200   200     200     200         200  200
    GET periods              401       401     200    200   200     200     200         200  200
    GET periods/next         401       401     403    403   403     403     200         200  403
    POST periods             401       401     403    403   403     403     428         428  403
    PUT periods/:code/due-date 401     401     403    403   403     403     400         400  403
    POST periods/:code/reopen 401      401     403    403   403     403     428         428  403
    POST periods/:code/close 401       401     403    403   403     403     422         422  403
    GET people               401       401     403    403   403     403     200         200  200
    GET assignments          401       401     403    403   403     403     200         200  200
    POST assignments         401       401     403    403   403     403     400         400  400
    PUT assignments/:id      401       401     403    403   403     403     404         404  404
    DELETE assignments/:id   401       401     403    403   403     403     404         404  404
    GET audit                401       401     403    403   403     403     200         200  200
    GET audit/csv            401       401     403    403   403     403     200         200  200
    GET publications         401       401     200    200   200     200     200         200  200
    GET publications/kinds   401       401     200    200   200     200     200         200  200
    GET publications/:period/preview 401 401    403    403   403     403     200         200  403
    POST publications/:period/preview 401 401   403    403   403     403     200         200  403
    POST publications/:period/previews 401 401  403    403   403     403     422         422  403
    GET previews/:id/pages/:language 401 401    403    403   403     403     400         400  403
    GET previews/:id/files/:name 401 401        403    403   403     403     400         400  403
    POST publications/:period/versions 401 401  403    403   403     403     428         428  403
    POST publications/:period/corrections 401 401 403  403   403     403     428         428  403
    GET publications/:period/versions/:version 401 401 404 404 404   404     404         404  404
    GET publications/:period/versions/:version/files/:name 401 401 404 404 404 404 404   404  404
    GET feedback/pages       401       401     403    403   403     403     200         200  200
    GET feedback/comments    401       401     403    403   403     403     200         200  200
    PUT feedback/comments/:id/handled 401 401   403    403   403     403     400         400  403
    GET site/documents       401       401     403    403   403     403     200         200  200
    POST site/documents      401       401     403    403   403     403     403         403  415
    PUT site/documents/order 401       401     403    403   403     403     403         403  400
    PUT site/documents/:id   401       401     403    403   403     403     403         403  400
    POST site/documents/:id/versions 401 401   403    403   403     403     403         403  415
    POST site/documents/:id/withdraw 401 401   403    403   403     403     403         403  400
    POST site/documents/:id/restore 401 401    403    403   403     403     403         403  400
    GET site/documents/:id/versions/:version 401 401 403 403 403    403     400         400  400
    GET site/accessibility-statement 401 401   403    403   403     403     200         200  200
    PUT site/accessibility-statement 401 401   403    403   403     403     403         403  400
    GET openapi.json         200       200     200    200   200     200     200         200  200
    GET health/live          200       200     200    200   200     200     200         200  200
    GET health/ready         200       200     200    200   200     200     200         200  200`;
